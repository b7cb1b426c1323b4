import type { Provider } from '../define/index.ts';
import type { Check } from './check.ts';
import type { Probe } from './probe.ts';

/** What a check may need beside a receiver that answers. */
export type Need = keyof Probe | 'parameters' | 'previous' | 'secondSecret' | 'unconfigured';

/** Why a check is skipped where a need is not met. */
const needReasons: { readonly [N in Need]: string } = {
  effects: "it needs a probe that shows the receiver's effects",
  reset: 'it needs a probe that can reset the receiver',
  restart: 'it needs a probe that can restart the receiver',
  slowDown: 'it needs a probe that can slow the receiver down',
  failOnce: "it needs a probe that can make the receiver's store fail once",
  sell: 'it needs a probe that can tell the receiver of a sale',
  advance: "it needs a probe that can move the receiver's clock",
  reprocess: 'it needs a probe that can have the receiver process a failed event again',
  logs: "it needs a probe that shows the receiver's logs",
  parameters: 'it needs the parameters that the receiver is configured for, such as its merchant number',
  previous: 'it needs the earlier versions that the receiver still gets events of',
  secondSecret: 'it needs a second secret that the receiver accepts as well',
  unconfigured: 'it needs the same receiver without a secret',
};

/** What a caller may give beside a receiver. */
export interface Given {
  readonly probe?: Probe;
  readonly parameters?: { readonly [Name: string]: string };
  readonly previous?: readonly Provider[];
  readonly secondSecret?: string;
  readonly unconfigured?: unknown;
}

/** Whether the caller gave what a check needs. */
export function isMet(need: Need, { probe, parameters = {}, ...given }: Given): boolean {
  if (need === 'parameters') return Object.keys(parameters).length > 0;
  if (need === 'previous' || need === 'secondSecret' || need === 'unconfigured') return given[need] !== undefined;
  return probe?.[need] !== undefined;
}

/** Why a check cannot run for a provider with what the caller gave, or `undefined` where it can. */
export function reasonToSkip(check: Check, provider: Provider, given: Given): string | undefined {
  const missing = check.needs?.find((need) => !isMet(need, given));
  return check.inapplicable?.(provider) ?? (missing && needReasons[missing]);
}
