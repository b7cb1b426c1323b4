import type { Node } from '../node.ts';
import type { Random } from '../random.ts';
import { charactersNode } from './characters.ts';
import { guardNode } from './guard.ts';
import { parsePattern, type Pattern } from './pattern.ts';

type Draw = (random: Random) => string;

/** Texts that match a regular expression from end to end; `undefined` for an expression that is not understood. */
export function regexNode(expression: RegExp): Node<string> | undefined {
  const parsed = parsePattern(expression);
  if (parsed === undefined) return undefined;
  const { pattern, isExact } = parsed;
  const draw = drawerOf(pattern);
  const simplest = simplestOf(pattern);
  const stateless = new RegExp(expression.source, expression.flags.replaceAll(/[gy]/g, ''));
  if (isExact && !stateless.test(simplest)) return undefined;
  const node: Node<string> = {
    draw,
    simplest: () => simplest,
    *shrink(value, target) {
      const end = target !== undefined && stateless.test(target) ? target : simplest;
      if (value === end) return;
      yield end;
      const seen = new Set([value, end]);
      for (const candidate of nearer(value)) {
        if (seen.has(candidate) || !stateless.test(candidate)) continue;
        seen.add(candidate);
        yield candidate;
      }
    },
  };
  return isExact ? node : guardNode(node, (text) => stateless.test(text), `the pattern ${String(expression)}`);
}

/** The text with a piece left out, or a character made plainer. */
function* nearer(text: string): Iterable<string> {
  for (let size = text.length >> 1; size > 0; size >>= 1) {
    for (let start = text.length - size; start >= 0; start -= size)
      yield text.slice(0, start) + text.slice(start + size);
  }
  for (const [index, character] of Array.from(text).entries()) {
    for (const plain of ['0', 'A', 'a']) {
      if (plain < character) yield text.slice(0, index) + plain + text.slice(index + 1);
    }
  }
}

function drawerOf(pattern: Pattern): Draw {
  switch (pattern.kind) {
    case 'literal': {
      return () => pattern.text;
    }
    case 'class': {
      return charactersNode(pattern.characters, 1, 1).draw;
    }
    case 'repeat': {
      const { inner, min, max } = pattern;
      if (inner.kind === 'class') return charactersNode(inner.characters, min, max).draw;
      const draw = drawerOf(inner);
      return (random) => {
        let text = '';
        for (let left = min + random.below(max - min + 1); left > 0; left--) text += draw(random);
        return text;
      };
    }
    case 'sequence': {
      const parts = joined(pattern.parts).map(drawerOf);
      const [first, second] = parts;
      if (first !== undefined && second !== undefined && parts.length === 2)
        return (random) => first(random) + second(random);
      return (random) => {
        let text = '';
        for (const part of parts) text += part(random);
        return text;
      };
    }
    case 'choice': {
      const options = pattern.options.map(drawerOf);
      return (random) => random.pick(options)(random);
    }
  }
}

/** Neighbouring literals as one. */
function joined(parts: readonly Pattern[]): Pattern[] {
  return parts.reduce<Pattern[]>((before, part) => {
    const last = before.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal')
      return [...before.slice(0, -1), { kind: 'literal', text: last.text + part.text }];
    return [...before, part];
  }, []);
}

function simplestOf(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'literal': {
      return pattern.text;
    }
    case 'class': {
      return charactersNode(pattern.characters, 1, 1).simplest();
    }
    case 'repeat': {
      return simplestOf(pattern.inner).repeat(pattern.min);
    }
    case 'sequence': {
      return pattern.parts.map(simplestOf).join('');
    }
    case 'choice': {
      return simplestOf(pattern.options[0]!);
    }
  }
}
