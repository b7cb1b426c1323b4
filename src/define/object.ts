import type * as z from 'zod';
import type { Evidence } from './evidence.ts';

/** One form in which the documentation prints an object. Most objects have one. */
export interface ObjectShape<Value = unknown> extends Evidence {
  /** What sets the shape apart, such as `create-at`. */
  readonly name: string;
  readonly schema: z.ZodObject;
  /** A value that a person would believe, with the fields that usually come. */
  readonly example: Value;
  /** What else may come: laid over the example it gives every optional field. */
  readonly rest: object;
  /** The fields that hold when the object was made and last changed. */
  readonly times: { readonly created?: string; readonly updated?: string };
  /** The field that holds how much money it is about. */
  readonly amount?: string;
  /** The field that holds the currency of that amount. */
  readonly currency?: string;
  /** The field that holds the merchant's own name for it. */
  readonly reference?: string;
  /** Fields that hold the id of another object, and that object's name. */
  readonly references: { readonly [Path: string]: string };
  /** Fields (`tokenId`), values of them (`status=pending`) or their absence (`tokenId=`), that are less sure than the shape. */
  readonly fields: { readonly [Path: string]: Evidence };
}

/** The fields that hold when an object was made and last changed. */
export interface Times<Value> {
  readonly created?: keyof Value & string;
  readonly updated?: keyof Value & string;
}

/** One object a provider sends, such as an order, in each of its shapes. */
export interface ObjectDefinition<Value = unknown> {
  readonly name: string;
  /** The first is the one a fixture has unless another is asked for. */
  readonly shapes: readonly [ObjectShape<Value>, ...ObjectShape<Value>[]];
}

/** What `shape()` takes beside the schema and the evidence. */
export interface ShapeParts<Value> {
  readonly name?: string;
  readonly example: Value;
  readonly rest?: PartialDeep<Value>;
  readonly times?: Times<Value>;
  readonly amount?: keyof Value & string;
  readonly currency?: keyof Value & string;
  readonly reference?: keyof Value & string;
  readonly references?: { readonly [Path: string]: string };
  readonly fields?: { readonly [Path: string]: Evidence };
}

/** `Value` with every field optional or `undefined`, at every level. Lists are whole. */
export type PartialDeep<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: PartialDeep<Value[Key]> | undefined }
    : Value;

/** Any object schema whose output is `Value`; narrow on purpose, since naming zod's own class costs the compiler dear. */
export interface SchemaOf<Value> {
  readonly _zod: { readonly output: Value; readonly def: { readonly type: 'object' } };
}

/** Defines one shape of an object: its schema, where it is known from, and a value the schema accepts. */
export function shape<Value>(
  schema: SchemaOf<Value>,
  evidence: Evidence,
  parts: ShapeParts<Value>,
): ObjectShape<Value> {
  return {
    ...evidence,
    name: parts.name ?? 'only',
    schema: schema as unknown as z.ZodObject,
    example: parts.example,
    rest: parts.rest ?? {},
    times: parts.times ?? {},
    ...(parts.amount === undefined ? {} : { amount: parts.amount }),
    ...(parts.currency === undefined ? {} : { currency: parts.currency }),
    ...(parts.reference === undefined ? {} : { reference: parts.reference }),
    references: parts.references ?? {},
    fields: parts.fields ?? {},
  };
}

/** Defines one object: its name, and its shapes, the usual one first. */
export function object<Values extends readonly [unknown, ...unknown[]]>(
  name: string,
  ...shapes: { readonly [Index in keyof Values]: ObjectShape<Values[Index]> }
): ObjectDefinition<Values[number]> {
  return { name, shapes };
}
