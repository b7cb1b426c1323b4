import { rowsOf, type Provider } from '../../define/index.ts';
import { pathText } from '../../diff/index.ts';
import { messageInteraction, pactOf, type MessageInteraction, type Pact } from '../file.ts';
import { leavesOf, type Delivered } from './record.ts';
import { rulesOf, withoutNulls } from './rules.ts';
import type { ReadPath } from './track.ts';
import { holds, pathsIn, project } from './values.ts';

/**
 * The smallest pact that says what was read: for each event type what a receiver needs, and, for fields that it
 * acknowledges an event without, as few events that have them as will show every one.
 */
export function inferPact(provider: Provider, consumer: string, delivered: readonly Delivered[]): Pact {
  const interactions = rowsOf(provider)
    .flatMap(([type]) =>
      interactionsOf(
        provider,
        type,
        delivered.filter((each) => each.type === type),
      ),
    )
    .sort((a, b) => (a.description < b.description ? -1 : 1));
  return pactOf(consumer, provider.name, interactions);
}

function interactionsOf(provider: Provider, type: string, delivered: readonly Delivered[]): MessageInteraction[] {
  const leaves = leavesOf(delivered.flatMap(({ reads }) => reads));
  const acknowledged = delivered.filter((each) => each.acknowledged);
  const judges = acknowledged.length > 0 ? acknowledged : delivered;
  if (leaves.length === 0 || judges.length === 0) return [];
  const isNeeded = (path: ReadPath) => judges.every(({ event }) => holds(event, path));
  const needed = leavesOf(leaves.map((path) => prefixes(path).find(isNeeded) ?? [])).filter((path) => path.length > 0);
  // What no event has is not lost: the object that was looked into is read.
  const isThere = (path: ReadPath) => delivered.some(({ event }) => shows(event, path));
  const optional = leavesOf(leaves.map((path) => prefixes(path).find(isThere) ?? [])).filter((path) => !isNeeded(path));

  const interaction = (event: object, paths: readonly ReadPath[], having: readonly ReadPath[]) => {
    const shown = leavesOf([...needed, ...paths]).filter((path) => holds(event, path));
    const events = judges.map((judge) => judge.event);
    const content = withoutNulls(project(event, shown), shown, events);
    const fields = having.map(pathText).sort();
    const description = fields.length === 0 ? type : `${type} with ${fields.join(', ')}`;
    const params = { event: type, ...(fields.length === 0 ? {} : { having: fields }) };
    return messageInteraction(
      description,
      { name: description, params },
      content,
      rulesOf(provider, type, shown, events),
    );
  };
  const usual = judges.find(({ event }) => needed.every((path) => showsItems(event, path))) ?? judges[0]!;
  const base = needed.length === 0 ? [] : [interaction(usual.event, [], [])];
  const all = [...base, ...cover(optional, delivered).map(({ event, paths }) => interaction(event, paths, paths))];
  return withUnsaid(all, leaves);
}

/** The interactions, the first with a comment on the reads that none of them shows. */
function withUnsaid(interactions: readonly MessageInteraction[], leaves: readonly ReadPath[]): MessageInteraction[] {
  const said = new Set(interactions.flatMap(({ contents }) => pathsIn(contents.content)).map(pathText));
  const reads = leaves
    .map(pathText)
    .filter((path) => !said.has(path))
    .sort();
  const [first, ...others] = interactions;
  return first === undefined || reads.length === 0 ? [...interactions] : [{ ...first, comments: { reads } }, ...others];
}

/** A path and all that lead to it, the longest first. */
function prefixes(path: ReadPath): ReadPath[] {
  return [path, ...path.map((_, index) => path.slice(0, path.length - 1 - index))];
}

/** As few events as have every path between them that any has: the one with most that are still to be shown, and so on. */
function cover(
  paths: readonly ReadPath[],
  delivered: readonly Delivered[],
): { readonly event: object; readonly paths: readonly ReadPath[] }[] {
  const held = delivered.map(({ event }) => ({ event, paths: paths.filter((path) => shows(event, path)) }));
  const [first, ...others] = held;
  if (first === undefined) return [];
  const best = others.reduce((most, one) => (one.paths.length > most.paths.length ? one : most), first);
  if (best.paths.length === 0) return [];
  const left = paths.filter((path) => !best.paths.includes(path));
  return [best, ...cover(left, delivered)];
}

/** Whether an event has something at a path, in every item of a list that is not empty. */
function shows(event: unknown, path: ReadPath): boolean {
  return holds(event, path) && showsItems(event, path);
}

/** Whether an event has something at a path, in the first item of a list. */
function showsItems(event: unknown, path: ReadPath): boolean {
  const [key, ...rest] = path;
  if (key === '[]' && Array.isArray(event)) return event.length > 0 && showsItems(event[0], rest);
  if (key === undefined || typeof event !== 'object' || event === null) return key === undefined;
  return Object.hasOwn(event, key) && showsItems((event as { readonly [Key: string]: unknown })[key], rest);
}
