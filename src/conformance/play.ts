import type { Attempt } from '../delivery/index.ts';
import { isSuccess, type Answer } from './answer.ts';
import type { Examination } from './examination.ts';
import type { TimelineEntry } from './finding.ts';

/** One delivery to play. */
export interface Cue {
  readonly event: object;
  /** What a person is told of it, such as `order.authorized, a duplicate`. */
  readonly name: string;
  /** Milliseconds since the first delivery. */
  readonly at?: number;
  /** Whether the provider never hears the answer. */
  readonly fails?: boolean;
  /** Whether it is sent before the one before it is answered. */
  readonly concurrent?: boolean;
  /** Whether the receiver is restarted before it. */
  readonly restarts?: boolean;
}

/** What came of playing. */
export interface Played {
  readonly timeline: readonly TimelineEntry[];
  /** The last attempt that was sent. */
  readonly last: Attempt;
  /** The names of the deliveries that were refused to the end. */
  readonly refused: readonly string[];
}

/** How often what was not acknowledged is sent again, after all else. */
const rounds = 3;

/**
 * Sends deliveries as a provider does: some at once, and again what was not acknowledged. A wrong acknowledgement is found
 * by the check for it, and taken for one here.
 */
export async function play(examination: Examination, cues: readonly Cue[]): Promise<Played> {
  const timeline: TimelineEntry[] = [];
  let last: Attempt | undefined;
  const deliver = async ({ event, name, at = 0, fails = false }: Cue): Promise<Answer> => {
    const attempt = await examination.sign(event);
    last = attempt;
    const entry = { at, delivery: name, answer: '' };
    timeline.push(entry);
    const answer = await examination.send(attempt);
    entry.answer = fails ? `${answer.text}, lost on its way` : answer.text;
    return answer;
  };
  const answers: [Cue, Answer][] = [];
  examination.signAhead(cues.map(({ event }) => event));
  for (const group of groupsOf(cues)) {
    if (group[0]!.restarts === true) await examination.probe.restart!();
    const given = await Promise.all(group.map(deliver));
    answers.push(...group.map((cue, index) => [cue, given[index]!] as [Cue, Answer]));
  }
  const acknowledged = new Set(answers.filter(([, answer]) => isSuccess(answer)).map(([{ event }]) => event));
  let open = [
    ...new Map(answers.filter(([{ event }]) => !acknowledged.has(event)).map(([cue]) => [cue.event, cue])).values(),
  ];
  for (let round = 1; round <= rounds && open.length > 0; round++) {
    const left: Cue[] = [];
    for (const cue of open) {
      const again = { ...cue, name: `${cue.name}, again`, fails: false };
      if (!isSuccess(await deliver(again))) left.push(cue);
    }
    open = left;
  }
  return { timeline, last: last!, refused: open.map(({ name }) => name) };
}

/** The deliveries that are under way together. */
function groupsOf(cues: readonly Cue[]): Cue[][] {
  const groups: Cue[][] = [];
  for (const cue of cues) {
    if (cue.concurrent === true && cue.restarts !== true && groups.length > 0) groups.at(-1)!.push(cue);
    else groups.push([cue]);
  }
  return groups;
}
