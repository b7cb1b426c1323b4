import * as fc from 'fast-check';
import type * as z from 'zod';
import { constraintsOf, type Constraints, type Format } from './constraints.ts';
import type { Node } from './node.ts';
import { fastCheckNode } from './nodes/fast-check.ts';
import { formats, isAsNamed } from './nodes/format.ts';
import { guardNode } from './nodes/guard.ts';
import { mapNode } from './nodes/map.ts';
import { regexNode } from './nodes/regex.ts';
import { textNode } from './nodes/text.ts';

/** Texts within a schema's constraints: from its format, from its pattern, or of any kind. `name` names it in errors. */
export function stringNode(schema: z.core.$ZodType, name: string): Node<string> {
  const constraints = constraintsOf(schema);
  const { formats: named, patterns, prefix, suffix, includes, min, max } = constraints;
  const [pattern] = patterns;
  const own = formatNode(named[0]);
  const drawn = own ?? (pattern === undefined ? affixedNode(constraints) : patternNode(pattern, name));
  const bare = own === undefined && patterns.length === 0;
  const isExact = bare
    ? includes.length < 2
    : named.length < 2 &&
      prefix + suffix === '' &&
      includes.length === 0 &&
      min === undefined &&
      max === undefined &&
      (own === undefined || isAsNamed(named[0]!));
  return isExact ? drawn : guardNode(drawn, accepts(schema), name);
}

/** The generator of a format's own, unless the format was given another pattern. */
function formatNode(format: Format | undefined): Node<string> | undefined {
  const own = format === undefined ? undefined : formats[format.format]?.(format);
  return own === undefined || format?.pattern?.test(own.simplest()) === false ? undefined : own;
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

function patternNode(pattern: RegExp, name: string): Node<string> {
  const known = regexNode(pattern);
  if (known !== undefined) return known;
  const plain = new RegExp(pattern.source, pattern.flags.replaceAll(/[giy]/g, ''));
  try {
    return fastCheckNode(fc.stringMatching(plain));
  } catch (cause) {
    throw new TypeError(`Cannot draw from ${name}: ${String(pattern)} is not understood; give an override for it`, {
      cause,
    });
  }
}

function accepts(schema: z.core.$ZodType): (value: string) => boolean {
  return (value) => {
    const result = schema._zod.run({ value, issues: [] }, { async: false });
    return !(result instanceof Promise) && result.issues.length === 0;
  };
}
