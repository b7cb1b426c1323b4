import * as fc from 'fast-check';
import type * as z from 'zod';
import { constraintsOf } from './constraints.ts';
import type { Node } from './node.ts';
import { arrayNode } from './nodes/array.ts';
import { constantNode } from './nodes/constant.ts';
import { fastCheckNode } from './nodes/fast-check.ts';
import { guardNode } from './nodes/guard.ts';
import { intersectionNode } from './nodes/intersection.ts';
import { mapNode } from './nodes/map.ts';
import { nullableNode } from './nodes/nullable.ts';
import { numberNode } from './nodes/number.ts';
import { objectNode } from './nodes/object.ts';
import { recordNode } from './nodes/record.ts';
import { regexNode } from './nodes/regex.ts';
import { tupleNode } from './nodes/tuple.ts';
import { unionNode } from './nodes/union.ts';
import { stringNode } from './string.ts';

/** A zod schema of any kind. */
export type Schema = z.core.$ZodType;

/** A kind of zod schema. */
export type Kind = z.core.$ZodTypeDef['type'];

/** What a kind's builder may ask for. */
export interface Build {
  /** The node of a schema inside. `step` is what leads to it, for error messages. */
  readonly node: (schema: Schema, step?: string) => Node;
  /** Where the schema is, for error messages: `data.lineItems[]`. */
  readonly path: string;
}

/** Any schema's definition, read by name: what it holds depends on its kind. */
type Definition = { readonly [Name: string]: unknown };

type Builder = (schema: Schema, build: Build) => Node;

const definitionOf = (schema: Schema) => schema._zod.def as unknown as Definition;

/** Whether a schema accepts a value as its input. */
export function accepts(schema: Schema, value: unknown): boolean {
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  if (result instanceof Promise) throw new TypeError('Cannot draw from a schema with asynchronous checks');
  return result.issues.length === 0;
}

const unsupported: Builder = (schema, { path }) => {
  const place = path === '' ? '' : ` at "${path}"`;
  throw new TypeError(`Cannot draw from a "${schema._zod.def.type}" schema${place}: give an override for it`);
};

const inner: Builder = (schema, build) => build.node(definitionOf(schema)['innerType'] as Schema);

const constant =
  (...values: readonly [unknown, ...unknown[]]): Builder =>
  () =>
    constantNode(values);

/** Two bounds: where one is not given the usual one, or where that is beyond the other, one as far from it. */
function boundsOf(min: bigint | undefined, max: bigint | undefined, usual: readonly [bigint, bigint]) {
  const [low, high] = usual;
  return {
    min: min ?? (max !== undefined && max < low ? max - (high - low) : low),
    max: max ?? (min !== undefined && min > high ? min + (high - low) : high),
  };
}

type Entries = { readonly [Name: string]: string | number };

/** The members of an enum; a native one also has its numbers as names. */
function membersOf(entries: Entries): [unknown, ...unknown[]] {
  const numbers = new Set(Object.values(entries).filter((value) => typeof value === 'number'));
  const names = Object.keys(entries).filter((name) => !numbers.has(Number(name)));
  return names.map((name) => entries[name]) as [unknown, ...unknown[]];
}

const listOf = (schema: Schema, item: Node): Node<unknown[]> => {
  const { min, max } = constraintsOf(schema);
  return arrayNode(item, Number(min ?? 0), Number(max ?? Infinity));
};

/** How each kind of zod schema is drawn. A kind that zod adds is a compile error here. */
const builders: { readonly [K in Kind]: Builder } = {
  any: () => jsonNode,
  array: (schema, build) => listOf(schema, build.node(definitionOf(schema)['element'] as Schema, '[]')),
  bigint: (schema) => {
    const { min, max, above, below, multiplesOf } = constraintsOf(schema);
    const least = min ?? (above === undefined ? undefined : BigInt(above) + 1n);
    const most = max ?? (below === undefined ? undefined : BigInt(below) - 1n);
    const span = boundsOf(least as bigint | undefined, most as bigint | undefined, [-(10n ** 20n), 10n ** 20n]);
    const step = BigInt(multiplesOf[0] ?? 1);
    const bounds = { min: span.min / step, max: span.max / step };
    const zero = bounds.min > 0n ? bounds.min : bounds.max < 0n ? bounds.max : 0n;
    return mapNode(
      fastCheckNode(fc.bigInt(bounds), () => zero),
      (count) => count * step,
      (value) => value / step,
    );
  },
  boolean: constant(false, true),
  catch: inner,
  custom: unsupported,
  date: (schema) => {
    const { min, max } = constraintsOf(schema);
    const [low, high] = [min, max].map((bound) => (bound === undefined ? undefined : BigInt(Number(bound))));
    const span = boundsOf(low, high, [BigInt(Date.UTC(2000, 0, 1)), BigInt(Date.UTC(2037, 0, 1))]);
    const bounds = { min: new Date(Number(span.min)), max: new Date(Number(span.max)) };
    return fastCheckNode(fc.date({ ...bounds, noInvalidDate: true }), () => bounds.min);
  },
  default: inner,
  enum: (schema) => constantNode(membersOf(definitionOf(schema)['entries'] as Entries)),
  file: unsupported,
  function: unsupported,
  int: (schema) => numberNode(constraintsOf(schema)),
  intersection: (schema, build) => {
    const { left, right } = definitionOf(schema) as { readonly left: Schema; readonly right: Schema };
    const node = intersectionNode(build.node(left), build.node(right));
    return guardNode(node, (value) => accepts(schema, value), nameOf(schema, build));
  },
  lazy: (schema, build) => build.node((definitionOf(schema)['getter'] as () => Schema)()),
  literal: (schema) => constantNode(definitionOf(schema)['values'] as [unknown, ...unknown[]]),
  map: (schema, build) => {
    const { keyType, valueType } = definitionOf(schema) as { readonly keyType: Schema; readonly valueType: Schema };
    const entries = listOf(
      schema,
      tupleNode([build.node(keyType, '<key>'), build.node(valueType, '<value>')], 2, undefined),
    );
    return mapNode(
      entries,
      (pairs) => new Map(pairs as [unknown, unknown][]),
      (map) => [...map],
    );
  },
  nan: constant(Number.NaN),
  never: unsupported,
  nonoptional: (schema, build) =>
    guardNode(inner(schema, build), (value) => value !== undefined, nameOf(schema, build)),
  null: constant(null),
  nullable: (schema, build) => nullableNode(inner(schema, build), null),
  number: (schema) => numberNode(constraintsOf(schema)),
  object: (schema, build) => {
    const { shape, catchall } = definitionOf(schema) as {
      readonly shape: { readonly [Key: string]: Schema };
      readonly catchall?: Schema;
    };
    const fields = Object.entries(shape)
      .filter(([key]) => key !== '__proto__')
      .map(([key, field]) => {
        const isOptional = field._zod.optin !== undefined;
        return { key, isOptional, node: build.node(isOptional ? present(field) : field, key) };
      });
    const isOpen = catchall !== undefined && catchall._zod.def.type !== 'never';
    if (!isOpen) return objectNode(fields);
    return objectNode(fields, recordNode(regexNode(/^x_[a-z]{1,8}$/)!, build.node(catchall, '*')));
  },
  optional: (schema, build) => nullableNode(inner(schema, build), undefined),
  pipe: (schema, build) => {
    const { in: source, out } = definitionOf(schema) as { readonly in: Schema; readonly out: Schema };
    const { truthy, falsy } = schema._zod.bag as { readonly truthy?: string[]; readonly falsy?: string[] };
    if (truthy !== undefined && falsy !== undefined)
      return constantNode([...truthy, ...falsy] as [string, ...string[]]);
    return build.node(source._zod.def.type === 'transform' ? out : source);
  },
  prefault: inner,
  promise: unsupported,
  readonly: inner,
  record: (schema, build) => {
    const { keyType, valueType } = definitionOf(schema) as { readonly keyType: Schema; readonly valueType: Schema };
    const value = build.node(valueType, '*');
    const keys = keyType._zod.values;
    if (keys === undefined) return recordNode(keyNode(keyType, build), value, isOld(schema) ? ['constructor'] : []);
    const isPartial = accepts(schema, {});
    return objectNode([...keys].map((key) => ({ key: String(key), isOptional: isPartial, node: value })));
  },
  set: (schema, build) => {
    const items = listOf(schema, build.node(definitionOf(schema)['valueType'] as Schema, '[]'));
    return mapNode(
      items,
      (each) => new Set(each),
      (set) => [...set],
    );
  },
  string: (schema, build) => stringNode(schema, nameOf(schema, build)),
  success: unsupported,
  symbol: unsupported,
  template_literal: (schema) =>
    regexNode(schema._zod.pattern!) ?? fastCheckNode(fc.stringMatching(schema._zod.pattern!)),
  transform: unsupported,
  tuple: (schema, build) => {
    const { items, rest } = definitionOf(schema) as { readonly items: readonly Schema[]; readonly rest: Schema | null };
    const required = items.findLastIndex((item) => item._zod.optin === undefined) + 1;
    const nodes = items.map((item, index) =>
      build.node(item._zod.optin === undefined ? item : present(item), `[${index}]`),
    );
    return tupleNode(nodes, required, rest === null ? undefined : build.node(rest, '[]'));
  },
  undefined: constant(undefined),
  union: (schema, build) => {
    const options = definitionOf(schema)['options'] as readonly Schema[];
    return unionNode(
      options.map((option) => ({ node: build.node(option), accepts: (value: unknown) => accepts(option, value) })),
    );
  },
  unknown: () => jsonNode,
  void: constant(undefined),
};

/** Draws a schema by its kind, and keeps only what passes the checks that no generator knows. */
export function nodeOfKind(schema: Schema, build: Build): Node {
  const { type } = schema._zod.def;
  const node = builders[type](schema, build);
  const { isOpaque, multiplesOf } = constraintsOf(schema);
  const needsGuard =
    isOpaque ||
    multiplesOf.length > 0 ||
    guarded.has(type) ||
    (type === 'record' && isOld(schema)) ||
    schema._zod.traits.has('$ZodXor');
  if (!needsGuard) return node;
  const judge = type === 'record' && !isOld(schema) ? passes : accepts;
  return guardNode(node, (value) => judge(schema, value), nameOf(schema, build));
}

/** Whether a value passes a schema's own checks; what is inside it passes by the way it is drawn. */
function passes(schema: Schema, value: unknown): boolean {
  const payload = { value, issues: [] };
  // Its type says that a check takes no value at all.
  const checks = (schema._zod.def.checks ?? []) as unknown as readonly z.core.$ZodCheck<unknown>[];
  for (const { _zod: check } of checks) {
    if (check.def.when?.(payload) === false) continue;
    if (check.check(payload) instanceof Promise)
      throw new TypeError('Cannot draw from a schema with asynchronous checks');
  }
  return payload.issues.length === 0;
}

/** The kinds whose nodes draw more than the schema accepts: two keys or items may turn out equal, a wrapper may be pickier. */
const guarded: ReadonlySet<Kind> = new Set(['map', 'set', 'pipe', 'catch', 'template_literal', 'bigint']);

/** The keys of a record, which are texts even where the schema says numbers. */
function keyNode(schema: Schema, build: Build): Node<string> {
  const node = build.node(schema, '<key>');
  const { type } = schema._zod.def;
  return type === 'number' || type === 'int' ? mapNode(node, String, Number) : (node as Node<string>);
}

/** Before 4.3 zod refuses records with a key `constructor`, and every record of numbers that has an entry. */
function isOld(schema: Schema): boolean {
  return schema._zod.version.minor < 3;
}

function nameOf(schema: Schema, { path }: Build): string {
  return `a "${schema._zod.def.type}" schema${path === '' ? '' : ` at "${path}"`}`;
}

/** The schema of an optional key's value when it is there. */
function present(schema: Schema): Schema {
  const { type } = schema._zod.def;
  return type === 'optional' || type === 'default' || type === 'prefault'
    ? present(definitionOf(schema)['innerType'] as Schema)
    : schema;
}

const jsonNode: Node = fastCheckNode(fc.jsonValue({ maxDepth: 2 }), () => null);
