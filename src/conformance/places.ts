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
