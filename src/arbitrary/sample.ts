import * as fc from 'fast-check';
import type { Provider } from '../define/index.ts';
import { branchesOf } from './event.ts';

/** So many events of one type, of each of its forms in turn. The same seed always gives the same ones. */
export function sampleEvents(provider: Provider, type: string, count: number, seed: string): object[] {
  const branches = branchesOf(provider, type);
  const drawn = branches.map(({ arbitrary, form }, index) =>
    fc.sample(arbitrary, {
      seed: seedNumber([seed, type, form.shape.name, form.envelope.name].join(' ')),
      numRuns: Math.floor((count - index - 1) / branches.length) + 1,
    }),
  );
  return Array.from(
    { length: count },
    (_, index) => drawn[index % branches.length]![Math.floor(index / branches.length)]!,
  );
}

/** A number for fast-check from a seed that may be any text. */
function seedNumber(seed: string): number {
  return Array.from(seed).reduce(
    (hash, character) => Math.imul(hash ^ character.codePointAt(0)!, 0x01000193),
    0x811c9dc5,
  );
}
