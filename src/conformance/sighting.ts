import { rowsOf, type Provider } from '../define/index.ts';
import { decodeBody, type Attempt } from '../delivery/index.ts';
import type { FixtureFile } from '../fixture/index.ts';
import type { Answer } from './answer.ts';
import { differences, type Difference } from './effects.ts';
import type { Sighting, TimelineEntry } from './finding.ts';

/** The longest body that is compared with its fixture, in bytes. */
const comparable = 256 * 1024;

/** What a finding says beside the delivery: what was expected, what came, and where it differs. */
export interface Fault {
  readonly expected: string;
  readonly actual: string;
  readonly answer?: Answer;
  readonly effects?: readonly Difference[];
  readonly timeline?: readonly TimelineEntry[];
  readonly path?: string;
}

/** One fault that a delivery of a fixture showed. */
export function sightingOf(
  provider: Provider,
  fixture: FixtureFile,
  delivery: string,
  attempt: Attempt,
  { expected, actual, answer, effects = [], timeline = [], path }: Fault,
): Sighting {
  const { status, contentType, body = '' } = answer ?? {};
  const response = { status: status ?? 0, ...(contentType === undefined ? {} : { contentType }), body };
  return {
    fixture: nameOfFixture(fixture),
    confidence: fixture.confidence,
    delivery,
    expected,
    actual,
    attempt,
    ...(status === undefined ? {} : { response }),
    payload: payloadOf(provider, fixture, attempt),
    effects,
    timeline,
    ...(path === undefined ? {} : { path }),
  };
}

/** How a finding names a fixture: `order.rejected.soft-decline`. */
export function nameOfFixture({ file }: FixtureFile): string {
  return file.replace(/\.json$/, '');
}

/** Where the payload that was sent differs from the fixture's, ids of events aside. */
function payloadOf(provider: Provider, fixture: FixtureFile, { body }: Attempt): Difference[] {
  if (body.length > comparable) return [];
  try {
    const sent = JSON.parse(decodeBody(provider.delivery, body)?.json ?? '') as unknown;
    const envelopes = [provider.envelope, ...rowsOf(provider).flatMap(([, row]) => row.envelopes)];
    const ids = new Set(envelopes.map(({ paths }) => paths.id.join('.')));
    return differences(fixture.value, sent).filter(({ path }) => !ids.has(path));
  } catch {
    return [];
  }
}
