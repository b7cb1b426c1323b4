import type { Node } from '../node.ts';
import { Random } from '../random.ts';

/** From `min` to `max` characters of a fixed alphabet. */
export function charactersNode(alphabet: string, min: number, max: number): Node<string> {
  const characters = Array.from(alphabet);
  const zero = characters.includes('0') ? '0' : characters[0]!;
  const span = max - min + 1;
  const draw = drawerOf(alphabet, characters);
  const accepts = (text: string) => {
    const each = Array.from(text);
    return each.length >= min && each.length <= max && each.every((character) => characters.includes(character));
  };
  return {
    draw: (random) =>
      draw(random, span === 1 ? min : random.edge() ? random.pick([min, max]) : min + random.below(span)),
    simplest: () => zero.repeat(min),
    *shrink(value, target) {
      const end = target !== undefined && accepts(target) ? target : zero.repeat(min);
      if (value === end) return;
      yield end;
      const each = Array.from(value);
      for (let gap = (each.length - min) >> 1; gap > 0; gap >>= 1) yield each.slice(0, each.length - gap).join('');
      if (each.length > min) yield each.slice(1).join('');
      for (const [index, character] of each.entries()) if (character !== zero) yield each.with(index, zero).join('');
    },
  };
}

type Draw = (random: Random, length: number) => string;

/** How many places a text is cut out of, and how many characters at most at once. */
const places = 65536;
const longest = 64;

/** Cuts texts out of a long one of the same characters: two pieces each, so that hardly any two are the same. */
function drawerOf(alphabet: string, characters: readonly string[]): Draw {
  if (characters.length > 1000 || alphabet.length > characters.length) return pickerOf(characters);
  const quarry = quarryOf(alphabet, characters);
  return (random, length) => {
    let text = '';
    let left = length;
    for (; left > longest; left -= longest) text += piece(quarry, random.below(places), longest);
    const dice = random.uint32();
    const half = left >> 1;
    return text + piece(quarry, dice >>> 16, half) + piece(quarry, dice & 65535, left - half);
  };
}

const piece = (quarry: string, start: number, length: number) => quarry.slice(start, start + length);

/** For alphabets that are large or have characters of two code units. */
function pickerOf(characters: readonly string[]): Draw {
  return (random, length) => {
    let text = '';
    for (let left = length; left > 0; left--) text += random.pick(characters);
    return text;
  };
}

const quarries = new Map<string, string>();

/** A long text of an alphabet's characters, always the same. */
function quarryOf(alphabet: string, characters: readonly string[]): string {
  let quarry = quarries.get(alphabet);
  if (quarry === undefined) {
    const random = new Random().start({ nextInt: () => 1 }, 0);
    quarry = Array.from({ length: places + longest }, () => random.pick(characters)).join('');
    quarries.set(alphabet, quarry);
  }
  return quarry;
}
