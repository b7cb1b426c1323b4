import { constraintsOf } from './constraints.ts';
import { accepts, type Kind, type Schema } from './kinds.ts';
import type { Node } from './node.ts';

/**
 * The ways in which an event can be wrong at one place.
 *
 * - `missing`: a required field is absent.
 * - `null`: null where the field may not be null.
 * - `type`: a value of another JSON type, or a fraction where a whole number is due.
 * - `constant`: another value where only one is right.
 * - `enum`: a value that is not of the list.
 * - `format`: a text that is not of the format or pattern.
 * - `range`: too small, too large, too short, too long, too many.
 */
export type FaultKind = 'missing' | 'null' | 'type' | 'constant' | 'enum' | 'format' | 'range';

/** Every kind of fault. */
export const faultKinds = [
  'missing',
  'null',
  'type',
  'constant',
  'enum',
  'format',
  'range',
] as const satisfies readonly FaultKind[];

/** One place in the values of a schema that can be wrong in one way. */
export interface FaultSite {
  readonly kind: FaultKind;
  /** The keys that lead there; in a list, the first item. */
  readonly path: readonly (string | number)[];
  /** The simplest value of each step of the path, to fill in what a value leaves out. */
  readonly fill: readonly Node[];
  /** The wrong values, simplest first. A missing field has the one "value" `undefined`. */
  readonly wrong: readonly [unknown, ...unknown[]];
}

/** Compiles the node of a schema inside. */
type NodeOf = (schema: Schema) => Node;

type Definition = {
  readonly shape?: { readonly [Key: string]: Schema };
  readonly element?: Schema;
  readonly innerType?: Schema;
};

/** Every place where a value of the schema can be wrong in one way, each wrong value confirmed by the schema itself. */
export function faultSites(schema: Schema, nodeOf: NodeOf): FaultSite[] {
  return sitesIn(schema, nodeOf, [], []);
}

function sitesIn(outer: Schema, nodeOf: NodeOf, path: FaultSite['path'], fill: readonly Node[]): FaultSite[] {
  const schema = peeled(outer);
  const { shape, element } = schema._zod.def as unknown as Definition;
  const own = Object.entries(wrongValues(schema, nodeOf)).flatMap(([kind, values]): FaultSite[] => {
    const [first, ...others] = [...new Set(values)].filter((value) => isWrongHere(outer, value));
    return first === undefined ? [] : [{ kind: kind as FaultKind, path, fill, wrong: [first, ...others] }];
  });
  const noNull: FaultSite[] = isWrongHere(outer, null) ? [{ kind: 'null', path, fill, wrong: [null] }] : [];
  const inside = Object.entries(shape ?? {}).flatMap(([key, field]): FaultSite[] => {
    const there = [...path, key];
    const filling = [...fill, nodeOf(peeled(field))];
    const missing: FaultSite[] =
      field._zod.optin === undefined && !accepts(field, undefined)
        ? [{ kind: 'missing', path: there, fill: filling, wrong: [undefined] }]
        : [];
    return [...missing, ...sitesIn(field, nodeOf, there, filling)];
  });
  const items = element === undefined ? [] : sitesIn(element, nodeOf, [...path, 0], [...fill, nodeOf(peeled(element))]);
  return [...noNull, ...own, ...inside, ...items];
}

/** The schema without what lets a value be absent or null. */
function peeled(schema: Schema): Schema {
  const { innerType } = schema._zod.def as unknown as Definition;
  return ['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional'].includes(schema._zod.def.type)
    ? peeled(innerType!)
    : schema;
}

/** Whether the schema refuses the value at this place and at no place inside. */
function isWrongHere(schema: Schema, value: unknown): boolean {
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  if (result instanceof Promise) return false;
  return result.issues.length > 0 && result.issues.every(({ path }) => (path ?? []).length === 0);
}

/** Values of another type, by the kind of schema. */
const otherTypes: { readonly [K in Kind]?: readonly unknown[] } = {
  array: ['', 0, false, {}],
  boolean: ['', 'true', 0, 1, [], {}],
  enum: [0, false, [], {}],
  literal: [[], {}],
  number: ['', '0', false, [], {}],
  int: ['', '0', false, [], {}],
  object: ['', 0, false, []],
  record: ['', 0, false, []],
  string: [0, false, [], {}],
  template_literal: [0, false, [], {}],
  union: [[], {}, '', 0, false],
};

/** What would be wrong at the place of a schema; the schema still has to confirm each. */
function wrongValues(schema: Schema, nodeOf: NodeOf): { readonly [K in FaultKind]?: readonly unknown[] } {
  const { type } = schema._zod.def;
  const wrongType = otherTypes[type] ?? [];
  if (type === 'enum' || type === 'literal') return wrongMember(schema, wrongType);
  if (type === 'string' || type === 'template_literal') return { type: wrongType, ...wrongText(schema, nodeOf) };
  if (type === 'number' || type === 'int')
    return { type: [...wrongType, ...fractionOf(schema, nodeOf)], range: beyond(schema) };
  if (type === 'array') return { type: wrongType, range: wrongLength(schema, nodeOf) };
  if (type === 'record') return { type: wrongType, range: [tooManyEntries(schema, nodeOf)] };
  return { type: wrongType };
}

function wrongMember(
  schema: Schema,
  wrongType: readonly unknown[],
): { readonly [K in FaultKind]?: readonly unknown[] } {
  const members = [...schema._zod.values!];
  const [first] = members;
  const others =
    typeof first === 'string'
      ? ['', `${first}_`, first.toUpperCase(), first.toLowerCase(), 'not_yet_known']
      : typeof first === 'number'
        ? [first + 1, -1]
        : [!(first as boolean)];
  return { type: wrongType, [members.length === 1 ? 'constant' : 'enum']: others };
}

function wrongText(schema: Schema, nodeOf: NodeOf): { readonly [K in FaultKind]?: readonly unknown[] } {
  const { formats, prefix, suffix, min, max } = constraintsOf(schema);
  const good = nodeOf(schema).simplest() as string;
  const short = min === undefined || Number(min) === 0 ? [] : ['', 'x'.repeat(Number(min) - 1)];
  const long = max === undefined ? [] : ['x'.repeat(Number(max) + 1)];
  const isFormatted = schema._zod.def.type === 'template_literal' || formats.length > 0 || prefix + suffix !== '';
  // A text that is too long or too short is a fault of range, not of format.
  const fits = (text: string) => text.length >= Number(min ?? 0) && text.length <= Number(max ?? Infinity);
  return { format: isFormatted ? nearMisses(good).filter(fits) : [], range: isFormatted ? [] : [...short, ...long] };
}

/** Texts close to a good one, the plainest first. */
function nearMisses(good: string): string[] {
  return [
    '',
    'x',
    good.slice(1),
    good.slice(0, -1),
    `${good}!`,
    `!${good}`,
    ` ${good}`,
    `${good}\n`,
    good.replace(/[_\-:.@]/, ''),
    good.toUpperCase(),
    good.replace(/.$/u, '\u0661'),
    good + good,
  ].filter((text) => text !== good);
}

function fractionOf(schema: Schema, nodeOf: NodeOf): number[] {
  return constraintsOf(schema).isInteger ? [(nodeOf(schema).simplest() as number) + 0.5] : [];
}

function beyond(schema: Schema): number[] {
  const { min, max, above, below, multiplesOf } = constraintsOf(schema);
  return [
    ...(min === undefined ? [] : [Number(min) - 1, -1]),
    ...(above === undefined ? [] : [Number(above)]),
    ...(max === undefined ? [] : [Number(max) + 1]),
    ...(below === undefined ? [] : [Number(below)]),
    ...multiplesOf.map((step) => Number(step) / 2),
  ];
}

function wrongLength(schema: Schema, nodeOf: NodeOf): unknown[] {
  const { min, max } = constraintsOf(schema);
  const item = nodeOf((schema._zod.def as unknown as Definition).element!);
  const list = (length: number) => Array.from({ length }, () => item.simplest());
  return [
    ...(min === undefined || Number(min) === 0 ? [] : [list(Number(min) - 1)]),
    ...(max === undefined ? [] : [list(Number(max) + 1)]),
  ];
}

/** More entries than anyone allows. */
function tooManyEntries(schema: Schema, nodeOf: NodeOf): object {
  const { valueType } = schema._zod.def as unknown as { readonly valueType: Schema };
  const value = nodeOf(valueType).simplest();
  return Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`key${index}`, value]));
}
