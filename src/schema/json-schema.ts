import * as z from 'zod';

/** A JSON Schema, draft 2020-12, as data. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of what a zod schema accepts. What only a callback can check is not in it. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  // zod gives what it has met before as the same object again, and comments are for one place only.
  return JSON.parse(JSON.stringify(rest)) as JsonSchema;
}

/** The schema of the field at a path, or `undefined`. An object that may be null is looked into as well. */
export function fieldAt(schema: JsonSchema, path: readonly string[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((node, key) => {
    const found = [node, ...(node?.anyOf ?? [])].map((option) => option?.properties?.[key]).find(Boolean);
    return typeof found === 'object' ? found : undefined;
  }, schema);
}

/** The schema with another one at a path of fields. */
export function withFieldAt(schema: JsonSchema, [key, ...rest]: readonly string[], field: JsonSchema): JsonSchema {
  if (key === undefined) return field;
  const inner = schema.properties?.[key];
  if (typeof inner !== 'object') throw new TypeError(`Cannot place schema: there is no field "${key}"`);
  return { ...schema, properties: { ...schema.properties, [key]: withFieldAt(inner, rest, field) } };
}
