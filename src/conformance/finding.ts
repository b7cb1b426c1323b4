import { confidences, type Confidence } from '../define/index.ts';
import type { Attempt } from '../delivery/index.ts';

/** One way in which a receiver failed a check, with the smallest delivery that shows it. */
export interface Finding {
  /** The fixture that was delivered, such as `order.rejected.soft-decline`: the surest and then smallest that shows it. */
  readonly fixture: string;
  /** How sure it is that the provider sends what the fixture holds. */
  readonly confidence: Confidence;
  /** The other fixtures that show the same. */
  readonly others: readonly string[];
  /** What was special about the delivery, such as `signature header missing`. */
  readonly delivery: string;
  readonly expected: string;
  readonly actual: string;
  /** A shell command that sends the same bytes again. */
  readonly replay: string;
}

/** One fault that one delivery showed. */
export interface Sighting extends Omit<Finding, 'others' | 'replay'> {
  readonly attempt: Attempt;
}

/** Joins the sightings that differ in nothing but the fixture. */
export function findingsOf(sightings: readonly Sighting[]): Finding[] {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const key = JSON.stringify([sighting.delivery, sighting.expected, sighting.actual]);
    groups.set(key, [...(groups.get(key) ?? []), sighting]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group.toSorted(
      (a, b) =>
        confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
        a.attempt.body.length - b.attempt.body.length,
    );
    const { attempt, ...finding } = first!;
    const others = [...new Set(group.map(({ fixture }) => fixture))].filter((name) => name !== finding.fixture);
    return { ...finding, others, replay: curl(attempt) };
  });
}

/** A `curl` command that sends an attempt's bytes. */
function curl(attempt: Attempt): string {
  const headers = Object.entries(attempt.headers).map(
    ([name, value]) =>
      // curl drops a header with nothing after the colon, and sends it empty with a semicolon.
      ` -H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`,
  );
  const hasBody = attempt.method !== 'GET';
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(attempt.body);
  return `curl -g -i -X ${attempt.method} ${quote(attempt.url)}${headers.join('')}${hasBody ? ` --data-raw ${quote(text)}` : ''}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
