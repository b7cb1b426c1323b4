import * as z from 'zod';

/** Where something is in an event: keys and list indices, outermost first. */
export type Place = readonly (string | number)[];

/** Where `value` holds an object whose keys the schema lists; of a list, the first item is entered. */
export function objectPlaces(schema: z.core.$ZodType, value: unknown, above: Place = []): Place[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return objectPlaces(schema.unwrap(), value, above);
  if (schema instanceof z.ZodUnion) {
    const option = schema.options.find((each) => z.safeParse(each, value).success);
    return option === undefined ? [] : objectPlaces(option, value, above);
  }
  if (schema instanceof z.ZodArray)
    return Array.isArray(value) ? objectPlaces(schema.element, value[0], [...above, 0]) : [];
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  const fields: [string, z.core.$ZodType][] = Object.entries(schema.shape);
  return [
    above,
    ...fields.flatMap(([key, field]) =>
      objectPlaces(field, (value as { readonly [Key: string]: unknown })[key], [...above, key]),
    ),
  ];
}

/** Something that an event may come without. */
export interface Omission {
  readonly place: Place;
  /** Whether the field is not there, or there and null. */
  readonly to: 'absent' | 'null';
}

/** All that a schema lets `value` do without, of what it has; of a list, the first item is entered. */
export function omissionsIn(schema: z.core.$ZodType, value: unknown): Omission[] {
  return objectPlaces(schema, value).flatMap((place) => {
    const object = valueIn(value, place) as { readonly [Key: string]: unknown };
    const { shape } = schemaIn(schema, value, place) as z.ZodObject;
    return Object.entries(shape)
      .filter(([key]) => object[key] !== undefined && object[key] !== null)
      .flatMap(([key, field]): Omission[] => [
        ...(z.safeParse(field, undefined).success ? [{ place: [...place, key], to: 'absent' } as const] : []),
        ...(z.safeParse(field, null).success ? [{ place: [...place, key], to: 'null' } as const] : []),
      ]);
  });
}

/** A copy of `value` without what is named. */
export function without(value: object, omissions: readonly Omission[]): object {
  const copy = structuredClone(value);
  for (const { place, to } of omissions) {
    const object = valueIn(copy, place.slice(0, -1)) as { [Key: string | number]: unknown } | undefined | null;
    const key = place.at(-1)!;
    if (object?.[key] === undefined || object[key] === null) continue;
    if (to === 'null') object[key] = null;
    else Reflect.deleteProperty(object, key);
  }
  return copy;
}

/** What stands at a place, or `undefined`. */
export function valueIn(value: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (inner, key) => (inner as { readonly [Key: string | number]: unknown } | undefined | null)?.[key],
    value,
  );
}

/** Where the schema takes any text, and `value` has one; with what it has. Texts of a form or of a list of texts are none. */
export function textPlaces(
  schema: z.core.$ZodType,
  value: unknown,
  above: Place = [],
): { readonly place: Place; readonly text: string; readonly schema: z.core.$ZodType }[] {
  const inner = bare(schema, value);
  if (inner instanceof z.ZodString && typeof value === 'string') {
    const isFree = z.safeParse(inner, 'Any text 1').success;
    return isFree ? [{ place: above, text: value, schema: inner }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (inner instanceof z.ZodArray) return textPlaces(inner.element, (value as unknown[])[0], [...above, 0]);
  const fieldOf = (key: string): z.core.$ZodType | undefined =>
    inner instanceof z.ZodObject ? inner.shape[key] : inner instanceof z.ZodRecord ? inner.valueType : undefined;
  return Object.entries(value).flatMap(([key, field]) => {
    const of = fieldOf(key);
    return of === undefined ? [] : textPlaces(of, field, [...above, key]);
  });
}

/** The schema of what stands at a place of `value`. */
function schemaIn(schema: z.core.$ZodType, value: unknown, place: Place): z.core.$ZodType {
  const inner = bare(schema, value);
  const [key, ...rest] = place;
  if (key === undefined) return inner;
  const next = (inner instanceof z.ZodArray ? inner.element : (inner as z.ZodObject).shape[key]) as z.core.$ZodType;
  return schemaIn(next, valueIn(value, [key]), rest);
}

/** A schema without what makes it optional or one of several. */
function bare(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap(), value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const option = schema.options.find((each) => z.safeParse(each, value).success);
  return option === undefined ? schema : bare(option, value);
}

/** Where `value` holds a text; of a list, the first item is entered. */
export function stringPlaces(value: unknown, above: Place = []): Place[] {
  if (typeof value === 'string') return [above];
  if (typeof value !== 'object' || value === null) return [];
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()].slice(0, 1)
    : Object.entries(value);
  return entries.flatMap(([key, field]) => stringPlaces(field, [...above, key]));
}

/** A copy of `value` in which the object at `place` has one more field. */
export function withFieldAt(value: object, place: Place, field: string, content: unknown): object {
  const copy = structuredClone(value);
  const object = place.reduce<unknown>(
    (inner, key) => (inner as { readonly [Key: string | number]: unknown })[key],
    copy,
  );
  Object.defineProperty(object, field, { value: content, enumerable: true, configurable: true, writable: true });
  return copy;
}
