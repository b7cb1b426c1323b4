import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { futureEventArbitrary, noveltyKinds, type FutureEvent, type Novelty } from '../../src/arbitrary/index.ts';
import { formsOf, isValidEvent, rowsOf, valueAt } from '../../src/define/index.ts';
import { buildEvent, variantOf } from '../../src/fixture/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { differences, subjects } from './subjects.ts';

const seed = 20_261_122;

/** What stands at a place. */
function at(event: unknown, path: Novelty['path']): unknown {
  return path.reduce<unknown>((inner, key) => (inner as { readonly [Key: string | number]: unknown })[key], event);
}

/** Whether the keys of some object come in another order than in `other`. */
function isReordered(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

describe.each(subjects)('futureEventArbitrary() of $name', ({ provider }) => {
  const draws = rowsOf(provider).flatMap(([type]) =>
    fc
      .sample(futureEventArbitrary(provider, type as never), { seed, numRuns: 120 })
      .map((drawn) => ({ type, ...drawn })),
  );

  test('draws the text of its event, and never without news', () => {
    for (const { event, text, news } of draws) {
      expect(JSON.parse(text)).toEqual(event);
      expect(news.length).toBeGreaterThan(0);
    }
  });

  test('draws each kind of novelty', () => {
    const kinds = new Set(draws.flatMap(({ news }) => news.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual([...noveltyKinds].toSorted());
  });

  test('draws what the contract refuses, where a member or the type is news', () => {
    const refused = new Set<Novelty['kind']>(['unknown-member', 'unknown-event-type']);
    const surely = draws.filter(({ news }) => news.some(({ kind }) => refused.has(kind)));
    expect(surely.filter(({ type, event }) => isValidEvent(provider, type, event))).toEqual([]);
  });

  test('says truly what is new', () => {
    for (const { type, event, text, news } of draws) {
      for (const { kind, path } of news) {
        if (kind === 'unknown-field') expect(path.at(-1)).toMatch(/^not_yet_known_\d$/);
        if (kind === 'unknown-field') expect(at(event, path)).toBeDefined();
        if (kind === 'unknown-member') expect(String(at(event, path))).toMatch(/_not_yet_known$|^\d{4,}/);
        if (kind === 'unknown-event-type') expect(at(event, path)).toBe(`${type.split('.')[0]!}.not_yet_known`);
        if (kind === 'longer-id') expect(at(event, path)).toMatch(/(0Aa9)+$/);
        if (kind === 'white-space') expect(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')).toMatch(/\s/);
        if (kind === 'escapes') expect(text).toMatch(/\\u|\\\//);
      }
    }
  });
});

describe('futureEventArbitrary() of Smartpay', () => {
  const type = 'order.authorized';
  const smallest = (kind: Novelty['kind']): FutureEvent => {
    const property = fc.property(
      futureEventArbitrary(smartpay, type),
      ({ news }) => !news.some((each) => each.kind === kind),
    );
    return fc.check(property, { seed, numRuns: 500 }).counterexample![0];
  };
  const minimal = buildEvent(smartpay, type, variantOf(smartpay, type, 'minimal'));

  test.each(noveltyKinds)('shrinks to one novelty in the minimal fixture: %s', (kind) => {
    const { event, text, news } = smallest(kind);
    expect(news.map((each) => each.kind)).toEqual([kind]);
    const changed = differences(event, minimal);
    expect(changed).toHaveLength(['reordered-keys', 'white-space', 'escapes'].includes(kind) ? 0 : 1);
    expect(text !== JSON.stringify(minimal)).toBe(true);
    if (kind === 'reordered-keys') expect(isReordered(event, minimal)).toBe(true);
  });

  test('draws over every event type, and the same for the same seed', () => {
    const draw = () => fc.sample(futureEventArbitrary(smartpay), { seed, numRuns: 2000 });
    const types = new Set(draw().map(({ event }) => valueAt(event, smartpay.envelope.paths.type)));
    for (const [each] of rowsOf(smartpay)) expect(types).toContain(each);
    expect(draw().slice(0, 20)).toEqual(draw().slice(0, 20));
    expect(formsOf(smartpay, type)).toHaveLength(1);
  });
});
