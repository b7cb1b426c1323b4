import type { Difference } from '../effects.ts';
import type { Finding } from '../finding.ts';
import { fixturesText, momentText, payloadOf } from './summary.ts';
import { shownValue } from './visible.ts';

/** A finding as plain lines, for formats that have one field for all of it. */
export function findingText(finding: Finding): string {
  const { delivery, expected, actual, replay, effects, timeline, response } = finding;
  const answer = response === undefined || response.body === '' ? [] : [`answer: ${response.body.slice(0, 500)}`];
  return [
    `${delivery}: ${fixturesText(finding)}`,
    `expected: ${expected}`,
    `actual: ${actual}`,
    ...answer,
    ...payloadOf(finding).map((difference) => `payload: ${differenceText(difference)}`),
    ...effects.map((difference) => `effects: ${differenceText(difference)}`),
    ...timeline.map((entry) => `timeline: ${momentText(entry)}  ${entry.delivery}  ${entry.answer}`),
    `replay: ${replay}`,
  ].join('\n');
}

/** `data.amount: 100 -> 101`, with `nothing` on a side that has nothing there. */
export function differenceText({ path, from, to }: Difference): string {
  return `${path === '' ? 'the whole' : path}: ${shownValue(from)} -> ${shownValue(to)}`;
}
