import type { Provider } from '../define/index.ts';
import { branchesOf } from './event.ts';
import type { Plot, Turn } from './plot.ts';
import type { Trouble } from './schedule.ts';

/** What a history is made from. */
export interface Script {
  readonly plots: readonly Plot[];
  readonly troubles: readonly Trouble[];
  /** Makes the ids of the events. */
  readonly salt: number;
}

const plainest: Turn = { next: 0, alternative: 0, seconds: 0 };

/** Scripts that are simpler in one step, the boldest first: without troubles, with fewer objects, with fewer turns. */
export function* simplerScripts(provider: Provider, script: Script): Iterable<Script> {
  const { plots, troubles } = script;
  if (troubles.length > 1) yield { ...script, troubles: [] };
  if (plots.length > 1) for (const index of plots.keys()) yield withoutPlot(script, index);
  for (const index of troubles.keys()) yield { ...script, troubles: troubles.toSpliced(index, 1) };
  for (const index of plots.keys()) yield* withFewerTurns(script, index);
  for (const [index, trouble] of troubles.entries()) {
    if (trouble.by > 0) yield { ...script, troubles: troubles.with(index, { ...trouble, by: trouble.by - 1 }) };
  }
  for (const [index, plot] of plots.entries()) {
    for (const simpler of simplerPlots(provider, plot)) yield { ...script, plots: plots.with(index, simpler) };
  }
}

/** Without one object; the troubles stay with the deliveries that they are about. */
function withoutPlot({ plots, troubles, salt }: Script, index: number): Script {
  const others = troubles
    .filter(({ plot }) => plot !== index)
    .map((trouble) => (trouble.plot > index ? { ...trouble, plot: trouble.plot - 1 } : trouble));
  return { plots: plots.toSpliced(index, 1), troubles: others, salt };
}

/** With fewer turns in one plot. The turn after one that is left out may have to choose anew. */
function* withFewerTurns(script: Script, plot: number): Iterable<Script> {
  const { turns } = script.plots[plot]!;
  const withTurns = (kept: readonly Turn[], troubles: readonly Trouble[]): Script => ({
    ...script,
    plots: script.plots.with(plot, { ...script.plots[plot]!, turns: kept }),
    troubles,
  });
  for (let length = 1; length < turns.length; length++) yield withTurns(turns.slice(0, length), script.troubles);
  if (turns.length === 1) return;
  for (const index of turns.keys()) {
    const kept = turns.toSpliced(index, 1);
    const troubles = script.troubles
      .filter((trouble) => trouble.plot !== plot || trouble.turn !== index)
      .map((trouble) =>
        trouble.plot === plot && trouble.turn > index ? { ...trouble, turn: trouble.turn - 1 } : trouble,
      );
    yield withTurns(kept, troubles);
    const after = kept[index];
    if (after === undefined) continue;
    for (let next = 0; next < 4; next++)
      if (next !== after.next) yield withTurns(kept.with(index, { ...after, next }), troubles);
  }
}

function* simplerPlots(provider: Provider, plot: Plot): Iterable<Plot> {
  const [usual] = branchesOf(provider, plot.lifecycle.first[0]);
  if (plot.branch !== usual) yield { ...plot, branch: usual!, base: usual!.arbitrary.target! };
  for (const [index, turn] of plot.turns.entries()) {
    for (const key of ['next', 'alternative', 'seconds'] as const) {
      if (turn[key] !== plainest[key])
        yield { ...plot, turns: plot.turns.with(index, { ...turn, [key]: plainest[key] }) };
    }
    if (turn.next > 1) yield { ...plot, turns: plot.turns.with(index, { ...turn, next: turn.next - 1 }) };
  }
  for (const { value } of plot.branch.arbitrary.shrink(plot.base)) yield { ...plot, base: value };
}
