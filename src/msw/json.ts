import * as z from 'zod';

/** A JSON object. */
export interface Json {
  readonly [Key: string]: unknown;
}

/** Whether a value is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects that a schema allows: itself, or each of a union. */
export function objectsOf(schema: z.core.$ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodObject) return [schema];
  return schema instanceof z.ZodUnion ? schema.options.flatMap((option) => objectsOf(option)) : [];
}

const known = new WeakMap<z.core.$ZodType, ReadonlySet<string>>();

/** The fields that a schema knows. */
export function fieldsOf(schema: z.core.$ZodType): ReadonlySet<string> {
  const fields = known.get(schema) ?? new Set(objectsOf(schema).flatMap(({ shape }) => Object.keys(shape)));
  known.set(schema, fields);
  return fields;
}

/** The value of a field that a schema fixes to one, such as `object: 'order'`; `undefined` where it fixes none. */
export function fixedValue(schema: z.core.$ZodType, field: string): unknown {
  const literal: unknown = objectsOf(schema)[0]?.shape[field];
  return literal instanceof z.ZodLiteral ? [...literal.values][0] : undefined;
}

/** The object with its fields in the order in which the schema has them, and without those that have no value. */
export function arranged(schema: z.core.$ZodType, value: Json): Json {
  const known = [...fieldsOf(schema)].filter((field) => Object.hasOwn(value, field));
  const others = Object.keys(value).filter((field) => !fieldsOf(schema).has(field));
  return Object.fromEntries(
    [...known, ...others].flatMap((field) => (value[field] === undefined ? [] : [[field, value[field]]])),
  );
}
