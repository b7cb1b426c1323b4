import type { IdFormat } from '../define/index.ts';
import { eventId } from '../fixture/index.ts';
import type { Json } from './json.ts';

/** One object that a box keeps. */
export interface Entry {
  readonly resource: string;
  /** The object as the API answers it, with the ids of others in it. */
  readonly object: Json;
  /** What is known of it that the API does not show. */
  readonly remembered: Json;
  /** `test`, `live`, or empty where the provider has no modes. */
  readonly mode: string;
  /** The place of the object among all that were made. */
  readonly sequence: number;
}

/** All that a box keeps, as plain JSON. */
export interface Snapshot {
  /** How many ids have been drawn for objects, and for events. */
  readonly made: number;
  readonly sent: number;
  readonly entries: readonly Entry[];
}

/** The objects of a box, the oldest of a kind dropped beyond a limit. */
export class State {
  readonly #seed: string;
  readonly #limit: number;
  #made = 0;
  #sent = 0;
  #kinds = new Map<string, Map<string, Entry>>();

  constructor(seed: string, limit: number) {
    this.#seed = seed;
    this.#limit = limit;
  }

  /** Random characters of a format, the same for the same seed and history. */
  random(format: IdFormat, mode: string): string {
    return this.#draw(format, mode, `made ${++this.#made}`);
  }

  /** The id of an event. Those of objects do not depend on how many events are sent. */
  eventId(format: IdFormat, mode: string): string {
    return this.#draw(format, mode, `sent ${++this.#sent}`);
  }

  #draw(format: IdFormat, mode: string, place: string): string {
    const prefix = format.prefix.replace('{mode}', mode);
    return eventId({ ...format, prefix }, `${this.#seed} ${place} ${prefix}`);
  }

  /** Keeps an object, new or changed; a change keeps its place. */
  keep(entry: Omit<Entry, 'sequence'>): Entry {
    const kind = this.#kinds.get(entry.resource) ?? new Map<string, Entry>();
    this.#kinds.set(entry.resource, kind);
    const id = String(entry.object['id']);
    const kept = { ...entry, sequence: kind.get(id)?.sequence ?? ++this.#made };
    kind.set(id, kept);
    if (kind.size > this.#limit) kind.delete(kind.keys().next().value!);
    return kept;
  }

  remove(resource: string, id: string): void {
    this.#kinds.get(resource)?.delete(id);
  }

  /** The object of a resource with this id; of any resource when none is named. */
  find(id: string, resource?: string): Entry | undefined {
    if (resource !== undefined) return this.#kinds.get(resource)?.get(id);
    for (const kind of this.#kinds.values()) {
      const entry = kind.get(id);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /** The objects of a resource, the oldest first. */
  list(resource: string): Entry[] {
    return [...(this.#kinds.get(resource)?.values() ?? [])];
  }

  snapshot(): Snapshot {
    return structuredClone({
      made: this.#made,
      sent: this.#sent,
      entries: [...this.#kinds.keys()].flatMap((name) => this.list(name)),
    });
  }

  restore({ made, sent, entries }: Snapshot): void {
    this.#made = made;
    this.#sent = sent;
    this.#kinds = new Map();
    for (const entry of structuredClone(entries)) {
      const kind = this.#kinds.get(entry.resource) ?? new Map<string, Entry>();
      this.#kinds.set(entry.resource, kind.set(String(entry.object['id']), entry));
    }
  }
}
