import type { Node } from '../node.ts';
import type { Random } from '../random.ts';

/** From `min` to `max` characters of a fixed alphabet. */
export function charactersNode(alphabet: string, min: number, max: number): Node<string> {
  const characters = Array.from(alphabet);
  const zero = characters.includes('0') ? '0' : characters[0]!;
  const span = max - min + 1;
  const draw = drawerOf(characters);
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

/** Two characters of a small alphabet come from one table look-up, and two look-ups from one random number. */
function drawerOf(characters: readonly string[]): (random: Random, length: number) => string {
  const count = characters.length;
  if (count > 100) {
    return (random, length) => {
      let text = '';
      for (let index = 0; index < length; index++) text += random.pick(characters);
      return text;
    };
  }
  const pairs = characters.flatMap((first) => characters.map((second) => first + second));
  const square = pairs.length;
  const fours = Math.floor(4294967296 / (square * square));
  return (random, length) => {
    let text = '';
    let left = length;
    for (; left >= 4 && fours > 0; left -= 4) {
      const number = random.uint32();
      text += pairs[number % square]! + pairs[Math.floor(number / square) % square]!;
    }
    for (; left >= 2; left -= 2) text += pairs[random.uint32() % square]!;
    return left === 1 ? text + characters[random.below(count)]! : text;
  };
}
