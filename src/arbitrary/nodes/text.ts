import type { Node } from '../node.ts';
import { charactersNode } from './characters.ts';

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/** Texts that receivers trip over. */
const awkward = [
  '',
  ' ',
  '0',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '"',
  '\\',
  '\u0000',
  '\n',
  '</script>',
  "'; DROP TABLE x;--",
  'é',
  'e\u0301',
  '虎ノ門',
  '👩‍👩‍👧',
  '\u202e',
  '\ufeff',
  'İ',
  '%00',
  '${x}',
  'NaN',
  '1e1000',
];

/** How long a text is at most where no limit is set. */
const unlimited = 64;

/** Any text of a length from `min` to `max`, counted in UTF-16 code units. */
export function textNode(min: number, max: number): Node<string> {
  const short = charactersNode(ascii, min, Math.min(max, min + 10));
  const longest = 'x'.repeat(Number.isFinite(max) ? max : Math.max(min, unlimited));
  const fitting = awkward.filter((text) => text.length >= min && text.length <= max);
  const simplest = 'a'.repeat(min);
  return {
    draw(random) {
      if (!random.edge()) return short.draw(random);
      return fitting.length === 0 || random.chance(0.2) ? longest : random.pick(fitting);
    },
    simplest: () => simplest,
    *shrink(value, target) {
      const end = target !== undefined && target.length >= min && target.length <= max ? target : simplest;
      if (value === end) return;
      yield end;
      const cut = (text: string) => (/[\ud800-\udfff]/u.test(text) ? [] : [text]);
      for (let gap = (value.length - min) >> 1; gap > 0; gap >>= 1) yield* cut(value.slice(0, value.length - gap));
      if (value.length > min) yield* cut(value.slice(1));
      for (let index = 0; index < Math.min(value.length, unlimited); index++) {
        if (value[index] !== 'a') yield* cut(`${value.slice(0, index)}a${value.slice(index + 1)}`);
      }
    },
  };
}
