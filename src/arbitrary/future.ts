import * as fc from 'fast-check';
import { eventSchema, type EventType, type Provider } from '../define/index.ts';
import { branchesOf, type Branch } from './event.ts';
import { noveltyKinds, withNovelty, type Drawn, type Novelty } from './novelty.ts';
import { spelled } from './spelling.ts';

/** An event as a later version of the provider might send it. */
export interface FutureEvent {
  readonly event: object;
  /** The JSON text to send: it may be spelled otherwise than `JSON.stringify` would. */
  readonly text: string;
  /** What no receiver of today has seen; never empty. */
  readonly news: readonly Novelty[];
}

/**
 * Draws events that a receiver must survive though nothing documents them: unknown fields, enum members and event
 * types, longer ids, keys in another order, other white space and escapes. Each draw says what is new in it. Shrinks to
 * one novelty in the minimal fixture.
 *
 * @example
 * import assert from 'node:assert/strict';
 * import fc from 'fast-check';
 * import { futureEventArbitrary } from 'hookproof/arbitrary';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const future = futureEventArbitrary(smartpay, 'order.authorized');
 * fc.assert(fc.property(future, ({ event, text }) => assert.deepEqual(JSON.parse(text), event)));
 */
export function futureEventArbitrary<P extends Provider>(provider: P, type?: EventType<P>): fc.Arbitrary<FutureEvent> {
  const [first, ...others] = branchesOf(provider, type).map((branch) => futureArbitrary(provider, branch));
  return others.length === 0 ? first! : fc.oneof(first!, ...others);
}

function futureArbitrary(provider: Provider, { type, form, arbitrary }: Branch): fc.Arbitrary<FutureEvent> {
  const schema = eventSchema(provider, type, form);
  const drawn = fc.record({ kind: fc.noShrink(fc.constantFrom(...noveltyKinds)), dice: fc.noShrink(fc.nat()) });
  const several = fc.uniqueArray(drawn, { maxLength: 4, selector: ({ kind }) => kind });
  return fc
    .tuple(arbitrary, several)
    .map(([event, list]) => {
      const changed = list.reduce<{ event: object; news: readonly Novelty[] }>(
        (before, each) => {
          const after = withNovelty(before.event, each, form, schema);
          return after === undefined ? before : { event: after.event, news: [...before.news, after.novelty] };
        },
        { event, news: [] },
      );
      return {
        ...changed,
        text: spelled(changed.event, { space: diceOf(list, 'white-space'), escape: diceOf(list, 'escapes') }),
      };
    })
    .filter(({ news }) => news.length > 0);
}

function diceOf(list: readonly Drawn[], kind: Drawn['kind']): number | undefined {
  return list.find((each) => each.kind === kind)?.dice;
}
