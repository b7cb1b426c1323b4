import { confidences, type Confidence } from '../define/index.ts';
import type { Attempt } from '../delivery/index.ts';
import { curl } from './curl.ts';
import type { Difference } from './effects.ts';

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
  /** What was sent: the last of several deliveries. */
  readonly request: SentRequest;
  /** What the receiver answered to it; missing where there was no answer. */
  readonly response?: GivenResponse;
  /** Where the payload differs from the fixture's. */
  readonly payload: readonly Difference[];
  /** Where the receiver's effects differ from what they should be; empty where the answer is at fault. */
  readonly effects: readonly Difference[];
  /** What was sent and answered, in order, where it took more than one delivery. */
  readonly timeline: readonly TimelineEntry[];
  /** fast-check's path to what was drawn, where something was: with the run's seed it leads there again. */
  readonly path?: string;
  /** Whether a baseline lists it. */
  readonly accepted?: boolean;
}

/** A delivery as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [Name: string]: string };
  /** The body as text. */
  readonly body: string;
}

/** An answer, as much of it as is kept. */
export interface GivenResponse {
  readonly status: number;
  readonly contentType?: string;
  /** Its first characters. */
  readonly body: string;
}

/** One delivery among several. */
export interface TimelineEntry {
  /** Milliseconds since the first delivery, by the clock that deliveries are signed by. */
  readonly at: number;
  /** The event type, and which object and attempt it is. */
  readonly delivery: string;
  /** `status 200`, or why there is none; `answer lost` where the provider is made not to hear it. */
  readonly answer: string;
}

/** One fault that one delivery showed. */
export interface Sighting extends Omit<Finding, 'others' | 'replay' | 'request'> {
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
    const { method, url, headers, body } = attempt;
    return {
      ...finding,
      others,
      replay: curl(attempt),
      request: { method, url, headers, body: excerpt(new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)) },
    };
  });
}

/** The most of a body that a report shows, in characters. */
const shown = 32 * 1024;

function excerpt(text: string): string {
  return text.length <= shown ? text : `${text.slice(0, shown)}… (${text.length} characters)`;
}
