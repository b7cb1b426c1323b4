import * as z from 'zod';

type Fields = { readonly [Key: string]: unknown };

/** Every choice that a schema leaves to its values, each by its place and what is chosen: `data.note absent`. */
export function branchesIn(schema: z.core.$ZodType, path = ''): string[] {
  if (schema instanceof z.ZodObject)
    return fieldsOf(schema).flatMap(([key, field]) => {
      const there = `${path}.${key}`;
      const choices = isOptional(field) ? [`${there} present`, `${there} absent`] : [];
      return [...choices, ...branchesIn(isOptional(field) ? bare(field) : field, there)];
    });
  if (schema instanceof z.ZodNullable)
    return [`${path} null`, `${path} not null`, ...branchesIn(schema.def.innerType, path)];
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option, index) => [
      `${path} option ${index}`,
      ...branchesIn(option, `${path}<${index}>`),
    ]);
  if (schema instanceof z.ZodArray)
    return [`${path} empty`, `${path} filled`, ...branchesIn(schema.element, `${path}[]`)];
  if (schema instanceof z.ZodRecord)
    return [`${path} empty`, `${path} filled`, ...branchesIn(schema.valueType, `${path}{}`)];
  return membersOf(schema).map((member) => `${path} = ${String(member)}`);
}

/** The choices that a valid value makes. */
export function branchesOf(schema: z.core.$ZodType, value: unknown, path = ''): string[] {
  if (schema instanceof z.ZodObject)
    return fieldsOf(schema).flatMap(([key, field]) => {
      const there = `${path}.${key}`;
      const inner = (value as Fields)[key];
      if (!isOptional(field)) return branchesOf(field, inner, there);
      return Object.hasOwn(value as Fields, key)
        ? [`${there} present`, ...branchesOf(bare(field), inner, there)]
        : [`${there} absent`];
    });
  if (schema instanceof z.ZodNullable)
    return value === null ? [`${path} null`] : [`${path} not null`, ...branchesOf(schema.def.innerType, value, path)];
  if (schema instanceof z.ZodUnion) {
    const index = schema.options.findIndex((option) => z.safeParse(option, value).success);
    return [`${path} option ${index}`, ...branchesOf(schema.options[index]!, value, `${path}<${index}>`)];
  }
  if (schema instanceof z.ZodArray) return filled(path, value as unknown[], schema.element, '[]');
  if (schema instanceof z.ZodRecord) return filled(path, Object.values(value as Fields), schema.valueType, '{}');
  return membersOf(schema).includes(value) ? [`${path} = ${String(value)}`] : [];
}

function filled(path: string, items: readonly unknown[], schema: z.core.$ZodType, step: string): string[] {
  if (items.length === 0) return [`${path} empty`];
  return [`${path} filled`, ...items.flatMap((item) => branchesOf(schema, item, path + step))];
}

/** The values of a schema that has a few; none of one that has only one. */
function membersOf(schema: z.core.$ZodType): unknown[] {
  const members = schema instanceof z.ZodBoolean ? [true, false] : [...(schema._zod.values ?? [])];
  return members.length > 1 ? members : [];
}

function fieldsOf(schema: z.ZodObject): [key: string, field: z.core.$ZodType][] {
  return Object.entries(schema.shape);
}

function isOptional(field: z.core.$ZodType): boolean {
  return field._zod.optin !== undefined;
}

/** The schema of an optional field that is there. */
function bare(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodOptional ? field.def.innerType : field;
}
