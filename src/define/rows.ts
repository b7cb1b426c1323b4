import { didYouMean, HookproofError } from '../errors.ts';
import type { EventDefinition } from './event.ts';
import type { Provider } from './provider.ts';

/** Every row of a provider version's catalogue, with its event type, in the order written. */
export function rowsOf(provider: Provider): [type: string, row: EventDefinition][] {
  return Object.entries(provider.events as { readonly [Type: string]: EventDefinition });
}

/** The row of one event type. Throws `UNKNOWN_EVENT`, with the nearest known types, where there is none. */
export function rowOf(provider: Provider, type: string): EventDefinition {
  if (!Object.hasOwn(provider.events, type)) {
    const hint = didYouMean(type, Object.keys(provider.events));
    throw new HookproofError(
      'UNKNOWN_EVENT',
      `Cannot find event of ${nameOf(provider)}: "${type}" is unknown; ${hint}`,
    );
  }
  return (provider.events as { readonly [Type: string]: EventDefinition })[type]!;
}

/** A provider version's name, such as `useepay@2026-04`. */
export function nameOf(provider: Provider): string {
  return `${provider.name}@${provider.version}`;
}
