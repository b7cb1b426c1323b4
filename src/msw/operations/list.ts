import { Refusal } from '../refusal.ts';
import type { Entry } from '../state.ts';
import { moment } from '../time.ts';
import type { OperationRequest, Result } from './request.ts';

/** Answers one page of the objects of a resource, the newest first. */
export function list(request: OperationRequest): Result {
  const { world, operation, asker } = request;
  const entries = world.state
    .list(operation.resource)
    .filter(({ mode, object }) => mode === asker.mode && isShown(request, object))
    .toReversed();
  return world.api.paging.value.kind === 'token' ? pageByToken(request, entries) : pageByNumber(request, entries);
}

function isShown(request: OperationRequest, object: Entry['object']): boolean {
  const { operation, query } = request;
  const shown = operation.shows === undefined || operation.shows.includes(String(object['status']));
  return (
    shown &&
    isLater(request, object) &&
    (operation.filters ?? []).every((name) => (query.get(name) ?? object[name]) === object[name])
  );
}

function isLater({ world, query }: OperationRequest, object: Entry['object']): boolean {
  const { since } = world.api.paging.value;
  const text = since === undefined ? null : query.get(since.parameter);
  if (text === null) return true;
  const from = moment(/^\d+$/.test(text) ? Number(text) : text);
  if (from === undefined)
    throw new Refusal(world.api.commonErrors.invalid, [`${since!.parameter} is not a time`], since!.parameter);
  const made = moment(object[since!.field]);
  return made === undefined || made >= from;
}

/** A token names the place in the order of making that a page begins at, so that new objects move nothing. */
function pageByToken(request: OperationRequest, entries: readonly Entry[]): Result {
  const { page } = request.world.api.paging.value;
  const size = sizeOf(request);
  const token = request.query.get(page.parameter) ?? tokenAt(entries[0]?.sequence ?? 0);
  const start = /^page_([0-9a-z]+)$/.exec(token)?.[1];
  if (start === undefined)
    throw new Refusal(request.world.api.commonErrors.invalid, [`${page.parameter} is not a token`]);
  const rest = entries.filter(({ sequence }) => sequence <= Number.parseInt(start, 36));
  const next = rest[size];
  const shown = rest.slice(0, size);
  const values = { page: token, next: next === undefined ? undefined : tokenAt(next.sequence) };
  return { list: { entries: shown, values: { ...values, size, count: shown.length } } };
}

function tokenAt(sequence: number): string {
  return `page_${sequence.toString(36)}`;
}

function pageByNumber(request: OperationRequest, entries: readonly Entry[]): Result {
  const { page } = request.world.api.paging.value;
  const size = sizeOf(request);
  const number = wholeNumber(request, page.parameter, 0, 0);
  const shown = entries.slice(number * size, (number + 1) * size);
  const values = { page: number, size, count: shown.length, more: entries.length > (number + 1) * size };
  return { list: { entries: shown, values } };
}

function sizeOf(request: OperationRequest): number {
  const { size } = request.world.api.paging.value;
  return wholeNumber(request, size.parameter, size.usual, 1);
}

function wholeNumber({ world, query }: OperationRequest, parameter: string, usual: number, least: number): number {
  const text = query.get(parameter);
  if (text === null) return usual;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least) return value;
  throw new Refusal(
    world.api.commonErrors.invalid,
    [`${parameter} is not a whole number of at least ${least}`],
    parameter,
  );
}
