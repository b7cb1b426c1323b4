import { nameOf, weakest, type Evidence, type Provider } from '../define/index.ts';
import { impacts, kinds, type Change, type ChangeParts, type Impact } from './change.ts';
import { compareDelivery } from './compare-delivery.ts';
import { compareEvents } from './compare-events.ts';
import { pathText } from './fields.ts';
import { affects, type Reads } from './reads.ts';

/** The differences between two versions of a provider. */
export interface Diff {
  /** The versions, such as `useepay@2025-11-06`. */
  readonly before: string;
  readonly after: string;
  /** The consumer whose reads alone are told of, where they were given. */
  readonly consumer?: string;
  /** The worst impact of any change; `none` where nothing changes. */
  readonly impact: Impact | 'none';
  /** The worst first, then by path. */
  readonly changes: readonly Change[];
}

/**
 * The differences between two versions as a consumer sees them: events, fields, types, values, formats, headers,
 * signature, delivery, each with its impact and how sure it is. With `reads`, only those that concern what is read.
 *
 * @example
 * import { diffVersions } from 'hookproof';
 * import { v2024_10, v2025_11_06 } from 'hookproof/useepay';
 * const { impact, changes } = diffVersions(v2024_10, v2025_11_06);
 * assert.equal(impact, 'breaking');
 * assert.ok(changes.some(({ kind, path }) => kind === 'encoding-changed' && path === 'delivery.encoding'));
 */
export function diffVersions(before: Provider, after: Provider, reads?: Reads): Diff {
  const all = joinEvents([...compareDelivery(before, after), ...compareEvents(before, after)]);
  const changes = reads === undefined ? all : all.filter((change) => affects(change, reads));
  return {
    before: nameOf(before),
    after: nameOf(after),
    ...(reads === undefined ? {} : { consumer: reads.consumer }),
    impact: impacts.find((impact) => changes.some((change) => change.impact === impact)) ?? 'none',
    changes,
  };
}

/** The changes that differ in nothing but the event made one, as sure as the least sure of them; the worst first. */
function joinEvents(parts: readonly (ChangeParts & { readonly event?: string })[]): Change[] {
  const groups = new Map<string, Change>();
  for (const { event, ...part } of parts) {
    // Each removed or added event is a change of its own.
    const own = part.kind.startsWith('event-') ? event : '';
    const path = part.path ?? pathText(part.fields.length === 1 ? part.fields[0]! : []);
    const { confidence: _confidence, source: _source, note: _note, ...change } = part;
    const key = JSON.stringify([own, path, change]);
    const found = groups.get(key);
    const evidence = evidenceOf(part);
    const events = [...(found?.events ?? []), ...(event === undefined ? [] : [event])].sort();
    groups.set(key, {
      ...change,
      path,
      impact: kinds[part.kind][0],
      events,
      ...evidenceOf(found === undefined ? evidence : weakest(found, evidence)),
    });
  }
  return [...groups.values()].sort(
    (a, b) =>
      impacts.indexOf(a.impact) - impacts.indexOf(b.impact) ||
      compareText(a.path, b.path) ||
      compareText(a.kind, b.kind) ||
      compareText(a.events.join(' '), b.events.join(' ')),
  );
}

function evidenceOf({ confidence, source, note }: Evidence): Evidence {
  return note === undefined ? { confidence, source } : { confidence, source, note };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
