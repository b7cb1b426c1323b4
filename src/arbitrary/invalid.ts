import * as fc from 'fast-check';
import { eventSchema, type EventType, type Provider } from '../define/index.ts';
import { compile } from './compile.ts';
import { branchesOf, type Branch } from './event.ts';
import { faultKinds, faultSites, type FaultKind, type FaultSite } from './fault.ts';
import type { Schema } from './kinds.ts';
import type { Node } from './node.ts';

/** What is wrong with an event, and where. */
export interface Fault {
  readonly kind: FaultKind;
  /** The keys that lead to the place; numbers are places in lists. */
  readonly path: readonly (string | number)[];
  /** The wrong value; `undefined` where the field is missing. */
  readonly value: unknown;
}

/** An event that is right but for one fault. */
export interface InvalidEvent {
  readonly event: object;
  readonly fault: Fault;
}

/** What `invalidEventArbitrary` may be told. */
export interface InvalidEventOptions {
  /** The kinds of fault to draw; every kind when left out. */
  readonly kinds?: readonly FaultKind[];
}

/**
 * Draws events that the contract refuses at exactly one place, and says which. Shrinks to the minimal fixture with the
 * same fault.
 *
 * @example
 * import assert from 'node:assert/strict';
 * import fc from 'fast-check';
 * import { invalidEventArbitrary } from 'hookproof/arbitrary';
 * import { latest as useepay } from 'hookproof/useepay';
 * const missing = invalidEventArbitrary(useepay, 'refund.succeeded', { kinds: ['missing'] });
 * fc.assert(fc.property(missing, ({ fault }) => assert.equal(fault.value, undefined)));
 */
export function invalidEventArbitrary<P extends Provider>(
  provider: P,
  type?: EventType<P>,
  options: InvalidEventOptions = {},
): fc.Arbitrary<InvalidEvent> {
  const kinds = new Set(options.kinds ?? faultKinds);
  const arbitraries = branchesOf(provider, type).flatMap((branch) => {
    const sites = sitesOf(provider, branch).filter(({ kind }) => kinds.has(kind));
    return sites.length === 0 ? [] : [invalidArbitrary(branch, sites)];
  });
  const [first, ...others] = arbitraries;
  if (first === undefined)
    throw new TypeError(`Cannot draw invalid events: no place can be wrong in ${[...kinds].join(', ')}`);
  return others.length === 0 ? first : fc.oneof(first, ...others);
}

function invalidArbitrary({ arbitrary }: Branch, sites: readonly FaultSite[]): fc.Arbitrary<InvalidEvent> {
  const byKind = faultKinds.map((kind) => sites.filter((site) => site.kind === kind)).filter((each) => each.length > 0);
  // The place stays while the event shrinks; a fault elsewhere would be another counterexample.
  const dice = fc.noShrink(fc.tuple(fc.nat(), fc.nat()));
  return fc.tuple(arbitrary, dice, fc.nat({ max: 15 })).map(([event, [kind, place], choice]) => {
    const some = byKind[kind % byKind.length]!;
    const site = some[place % some.length]!;
    const value = structuredClone(site.wrong[Math.min(choice, site.wrong.length - 1)]);
    return {
      event: withFault(event, site, structuredClone(value)),
      fault: { kind: site.kind, path: site.path, value },
    };
  });
}

const known = new WeakMap<Provider, Map<Branch, FaultSite[]>>();

function sitesOf(provider: Provider, branch: Branch): FaultSite[] {
  let sites = known.get(provider);
  if (sites === undefined) known.set(provider, (sites = new Map()));
  let made = sites.get(branch);
  if (made === undefined) {
    const nodes = new Map<Schema, Node>();
    const nodeOf = (schema: Schema) => {
      const node = nodes.get(schema) ?? compile(schema);
      nodes.set(schema, node);
      return node;
    };
    made = faultSites(eventSchema(provider, branch.type, branch.form), nodeOf);
    sites.set(branch, made);
  }
  return made;
}

/** The event with a wrong value at a site. What is absent on the way there is filled in; nothing is shared with the site. */
function withFault(event: unknown, { path, fill }: FaultSite, wrong: unknown, depth = 0): object {
  if (depth === path.length) return wrong as object;
  const key = path[depth]!;
  const isLast = depth === path.length - 1;
  const inner =
    (event as { readonly [Key: string | number]: unknown })[key] ?? structuredClone(fill[depth]!.simplest());
  const next = isLast ? wrong : withFault(inner, { path, fill } as FaultSite, wrong, depth + 1);
  if (Array.isArray(event)) return event.length === 0 ? [next] : event.with(key as number, next);
  const { [key]: _, ...others } = event as { readonly [Key: string | number]: unknown };
  return isLast && wrong === undefined ? others : { ...(event as object), [key]: next };
}
