import * as fc from 'fast-check';
import type * as z from 'zod';
import { constraintsOf, type Constraints } from './constraints.ts';
import type { Node } from './node.ts';
import { fastCheckNode } from './nodes/fast-check.ts';
import { formats } from './nodes/format.ts';
import { guardNode } from './nodes/guard.ts';
import { mapNode } from './nodes/map.ts';
import { regexNode } from './nodes/regex.ts';
import { textNode } from './nodes/text.ts';

/** Texts within a schema's constraints: from its format, from its pattern, or of any kind. */
export function stringNode(schema: z.core.$ZodType): Node<string> {
  const constraints = constraintsOf(schema);
  const { formats: named, patterns, prefix, suffix, includes, min, max } = constraints;
  const [format] = named;
  const own = format === undefined ? undefined : formats[format.format];
  const drawn =
    own !== undefined ? own(format!) : patterns[0] === undefined ? affixedNode(constraints) : patternNode(patterns[0]);
  const bare = own === undefined && patterns.length === 0;
  const isExact = bare
    ? includes.length < 2
    : named.length < 2 &&
      prefix + suffix === '' &&
      includes.length === 0 &&
      min === undefined &&
      max === undefined &&
      own === undefined;
  return isExact ? drawn : guardNode(drawn, accepts(schema), `a string of format "${format?.format ?? 'text'}"`);
}

/** Any text between a prefix and a suffix. */
function affixedNode({ min, max, prefix, suffix, includes }: Constraints): Node<string> {
  const fixed = prefix + includes.join('');
  const length = fixed.length + suffix.length;
  const text = textNode(Math.max(0, Number(min ?? 0) - length), Math.max(0, Number(max ?? Infinity) - length));
  if (length === 0) return text;
  return mapNode(
    text,
    (middle) => fixed + middle + suffix,
    (whole) =>
      whole.startsWith(fixed) && whole.endsWith(suffix)
        ? whole.slice(fixed.length, whole.length - suffix.length)
        : undefined,
  );
}

function patternNode(pattern: RegExp): Node<string> {
  const known = regexNode(pattern);
  if (known !== undefined) return known;
  const plain = new RegExp(pattern.source, pattern.flags.replaceAll(/[giy]/g, ''));
  return fastCheckNode(
    fc.stringMatching(plain),
    () => fc.sample(fc.stringMatching(plain), { numRuns: 1, seed: 1 })[0]!,
  );
}

function accepts(schema: z.core.$ZodType): (value: string) => boolean {
  return (value) => {
    const result = schema._zod.run({ value, issues: [] }, { async: false });
    return !(result instanceof Promise) && result.issues.length === 0;
  };
}
