import type { Operation, Resource } from '../../define/index.ts';
import { Refusal } from '../refusal.ts';
import type { Entry } from '../state.ts';
import type { Asker, World } from '../world.ts';

/** One request for an operation, let in and read. */
export interface OperationRequest {
  readonly world: World;
  readonly operation: Operation;
  readonly resource: Resource;
  readonly asker: Asker;
  /** The id in the path; empty where there is none. */
  readonly id: string;
  readonly query: URLSearchParams;
}

/** What an operation answers: one object, several with what is around them, or nothing. */
export interface Result {
  readonly object?: Entry;
  readonly list?: { readonly entries: readonly Entry[]; readonly values: { readonly [Name: string]: unknown } };
}

/** The object that a request is about. An object of another mode is as good as missing. */
export function wantedEntry({ world, operation, asker, id }: OperationRequest): Entry {
  const entry = world.state.find(id, operation.resource);
  if (entry === undefined || entry.mode !== asker.mode) throw new Refusal(operation.missing!);
  return entry;
}

/** Refuses a number in the body that is more than a field of the object. */
export function checkLimit({ operation: { limit }, asker }: OperationRequest, entry: Entry): void {
  if (limit === undefined) return;
  const asked = asker.body[limit.field];
  if (typeof asked === 'number' && asked > Number(entry.object[limit.of]))
    throw new Refusal(limit.error, [`${limit.field} is more than ${limit.of}`], limit.field);
}
