import * as z from 'zod';

type Key = string | number;

/** An object in a value, beside the schema that describes it. */
export interface Level {
  readonly path: readonly Key[];
  readonly schema: z.ZodObject;
  readonly value: { readonly [Field: string]: unknown };
}

/** Every object in `value` that an object schema describes, outermost first. */
export function levelsOf(schema: z.core.$ZodType, value: unknown, path: readonly Key[] = []): Level[] {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((item, index) => levelsOf(bare.element, item, [...path, index]));
  if (!(bare instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  const level = { path, schema: bare, value: value as Level['value'] };
  return [level, ...fieldsOf(bare).flatMap(([key, field]) => levelsOf(field, level.value[key], [...path, key]))];
}

/** The fields of an object schema. */
export function fieldsOf(schema: z.ZodObject): [key: string, field: z.core.$ZodType][] {
  return Object.entries(schema.shape);
}

/** Whether a field may be left out. */
export function isOptional(field: z.core.$ZodType): boolean {
  return z.safeParse(field, undefined).success;
}

/** Whether an object schema lets unknown fields pass. */
export function isOpen({ _zod: { def } }: z.ZodObject): boolean {
  return !(def.catchall instanceof z.ZodNever);
}

/** The schema of the field at a dotted path, or `undefined`. */
export function schemaAt(schema: z.core.$ZodType, path: string): z.core.$ZodType | undefined {
  return path.split('.').reduce<z.core.$ZodType | undefined>((at, key) => {
    const bare = at === undefined ? undefined : unwrapped(at);
    return bare instanceof z.ZodObject ? Object.fromEntries(fieldsOf(bare))[key] : undefined;
  }, schema);
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrapped(schema.def.innerType) : schema;
}
