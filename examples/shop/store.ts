import { DatabaseSync } from 'node:sqlite';
import type { Change, Kind, State } from './change.ts';

/** A stored object, and whose it is. */
export interface Row extends State {
  readonly provider: Change['provider'];
  readonly mode: Change['mode'];
}

export interface Store {
  /** Stores a change, once per event. Throws, with nothing stored, when the database fails. */
  apply(change: Change): void;
  /** The objects of one kind, sorted by provider, mode and id. */
  rows(kind: Kind): Row[];
  /** Forgets every event and object. */
  clear(): void;
  close(): void;
}

const schema = `
  create table if not exists events (
    provider text, id text,
    primary key (provider, id)
  ) strict, without rowid;
  create table if not exists objects (
    provider text, mode text, kind text, id text, tier integer not null, time real not null, step integer not null,
    state text not null,
    primary key (provider, mode, kind, id)
  ) strict, without rowid;
`;

/** Comparing all four columns makes the outcome the same for every order of arrival, ties included. */
const upsert = `
  insert into objects (provider, mode, kind, id, tier, time, step, state) values (?, ?, ?, ?, ?, ?, ?, ?)
  on conflict do update
    set tier = excluded.tier, time = excluded.time, step = excluded.step, state = excluded.state
    where (excluded.tier, excluded.time, excluded.step, excluded.state)
        > (objects.tier, objects.time, objects.step, objects.state)
`;

/** The shop's database: a file path, or ":memory:". */
export function openStore(path: string): Store {
  // SQLite blocks the whole process while it waits for a lock: give up soon, and let the provider retry.
  const database = new DatabaseSync(path, { timeout: 250 });
  database.exec('pragma journal_mode = wal');
  database.exec(schema);
  const insertEvent = database.prepare('insert into events (provider, id) values (?, ?) on conflict do nothing');
  const upsertObject = database.prepare(upsert);
  const selectRows = database.prepare('select provider, mode, state from objects where kind = ? order by 1, 2, id');

  return {
    apply({ provider, mode, eventId, kind, tier, time, step, state }) {
      database.exec('begin immediate');
      try {
        const isNew = insertEvent.run(provider, key(eventId)).changes === 1;
        if (isNew) upsertObject.run(provider, mode, kind, key(state.id), tier, time, step, JSON.stringify(state));
        database.exec('commit');
      } catch (error) {
        if (database.isTransaction) database.exec('rollback');
        throw error;
      }
    },
    rows(kind) {
      return selectRows.all(kind).map(({ provider, mode, state }) => {
        return { provider, mode, ...JSON.parse(state as string) } as Row; // as apply() wrote them
      });
    },
    clear() {
      database.exec('begin immediate; delete from events; delete from objects; commit');
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}

/** An id as JSON: SQLite's text is UTF-8, in which ids that are no valid Unicode would become one. */
function key(id: string): string {
  return JSON.stringify(id);
}
