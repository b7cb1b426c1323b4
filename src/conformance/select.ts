import { rowsOf, type Provider } from '../define/index.ts';
import { didYouMean, HookproofError } from '../errors.ts';
import { levelOf, levels, type Check, type Level } from './check.ts';
import { checks } from './checks/index.ts';

/** Which checks run, and on what. */
export interface Selection {
  /** Ids of the checks to run; all when left out. */
  readonly only?: readonly string[];
  /** Ids of checks not to run. */
  readonly skip?: readonly string[];
  /** The least binding level to run; MAY when left out. */
  readonly level?: Level;
  /** Event types to examine; `order.*` is every type that begins with `order.`. All when left out. */
  readonly events?: readonly string[];
}

/** The checks of a selection, in the order they run. Throws `UNKNOWN_NAME` for an id that is none. */
export function selectChecks(provider: Provider, { only, skip = [], level = 'MAY' }: Selection): readonly Check[] {
  const known = checks.map(({ id }) => id);
  for (const id of [...(only ?? []), ...skip]) {
    if (known.includes(id)) continue;
    throw new HookproofError('UNKNOWN_NAME', `Cannot find check: "${id}" is unknown; ${didYouMean(id, known)}`);
  }
  if (!levels.includes(level))
    throw new HookproofError('UNKNOWN_NAME', `Cannot find level: "${level}" is unknown; ${didYouMean(level, levels)}`);
  return checks
    .filter(({ id }) => (only ?? known).includes(id) && !skip.includes(id))
    .filter((check) => levels.indexOf(levelOf(check, provider)) <= levels.indexOf(level));
}

/** Whether an event type is among those to examine. Throws `UNKNOWN_EVENT` for a pattern that no type matches. */
export function eventFilter(provider: Provider, events: readonly string[] | undefined): (type: string) => boolean {
  if (events === undefined) return () => true;
  const types = rowsOf(provider).map(([type]) => type);
  const matches = (pattern: string, type: string) =>
    pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
  for (const pattern of events) {
    if (types.some((type) => matches(pattern, type))) continue;
    throw new HookproofError(
      'UNKNOWN_EVENT',
      `Cannot examine events: "${pattern}" matches no event type; ${didYouMean(pattern, types)}`,
    );
  }
  return (type) => events.some((pattern) => matches(pattern, type));
}
