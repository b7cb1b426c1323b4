import * as z from 'zod';
import type { ObjectDefinition, ObjectShape, Provider } from '../../src/define/index.ts';
import { rowsOf } from '../../src/define/index.ts';
import type { ChangeKind } from '../../src/diff/change.ts';

type Schema = z.ZodType;

/** One way to change a field, and what that is called. */
export interface Mutation {
  readonly kind: ChangeKind;
  /** The field's schema afterwards, `gone`, or `undefined` for a field that cannot be changed so. */
  readonly change: (schema: Schema) => Schema | 'gone' | undefined;
}

const isOptional = (schema: Schema): schema is z.ZodOptional<Schema> => schema instanceof z.ZodOptional;
const when = (condition: boolean, schema: () => Schema) => (condition ? schema() : undefined);
const isText = (schema: Schema): schema is z.ZodString =>
  schema instanceof z.ZodString && schema.format === null && (schema.def.checks ?? []).length === 0;
const patternOf = (schema: Schema) => (schema instanceof z.ZodString ? z.toJSONSchema(schema).pattern : undefined);
const isPattern = (schema: Schema) => patternOf(schema) !== undefined && z.toJSONSchema(schema).format === undefined;
const isNumber = (schema: Schema): schema is z.ZodNumber => schema instanceof z.ZodNumber;
const isInteger = (schema: Schema): schema is z.ZodNumber => isNumber(schema) && schema.format === 'safeint';
const isEnum = (schema: Schema): schema is z.ZodEnum => schema instanceof z.ZodEnum;
const isObject = (schema: Schema): schema is z.ZodObject => schema instanceof z.ZodObject;
const isTime = (schema: Schema) => schema instanceof z.ZodISODateTime;

/** Every way to change a field that the seeded set draws from. */
export const mutations: readonly Mutation[] = [
  { kind: 'field-removed', change: (schema) => (isOptional(schema) ? undefined : 'gone') },
  { kind: 'optional-field-removed', change: (schema) => (isOptional(schema) ? 'gone' : undefined) },
  { kind: 'field-made-optional', change: (schema) => when(!isOptional(schema), () => schema.optional()) },
  { kind: 'field-made-required', change: (schema) => (isOptional(schema) ? schema.unwrap() : undefined) },
  {
    kind: 'null-added',
    change: (schema) => when(!isOptional(schema) && !(schema instanceof z.ZodNullable), () => schema.nullable()),
  },
  { kind: 'type-replaced', change: (schema) => when(isText(schema) || isPattern(schema), () => z.boolean()) },
  { kind: 'type-replaced', change: (schema) => when(isNumber(schema), () => z.string()) },
  { kind: 'type-added', change: (schema) => when(isText(schema), () => z.union([schema, z.int()])) },
  {
    kind: 'type-added',
    change: (schema) => (isInteger(schema) ? z.number().min(schema.minValue!).max(schema.maxValue!) : undefined),
  },
  { kind: 'value-added', change: (schema) => (isEnum(schema) ? z.enum([...texts(schema), 'brand_new']) : undefined) },
  {
    kind: 'value-removed',
    change: (schema) =>
      isEnum(schema) && schema.options.length > 1 ? z.enum(texts(schema).slice(1) as [string]) : undefined,
  },
  { kind: 'values-replaced', change: (schema) => when(isEnum(schema), () => z.enum(['quite', 'other'])) },
  { kind: 'values-opened', change: (schema) => when(isEnum(schema), () => z.string()) },
  { kind: 'values-listed', change: (schema) => when(isText(schema), () => z.enum(['one', 'two'])) },
  { kind: 'format-changed', change: (schema) => when(isTime(schema), () => z.email()) },
  { kind: 'format-removed', change: (schema) => when(isTime(schema), () => z.string()) },
  { kind: 'format-added', change: (schema) => when(isText(schema), () => z.uuid()) },
  { kind: 'pattern-changed', change: (schema) => when(isPattern(schema), () => z.string().regex(/^other_[0-9]{4}$/)) },
  { kind: 'pattern-removed', change: (schema) => when(isPattern(schema), () => z.string()) },
  { kind: 'pattern-added', change: (schema) => when(isText(schema), () => z.string().regex(/^[a-z]+$/)) },
  { kind: 'range-widened', change: (schema) => when(isInteger(schema), () => z.int().min(-5)) },
  { kind: 'range-narrowed', change: (schema) => (isNumber(schema) ? schema.max(2_000_000_000_001) : undefined) },
  { kind: 'range-narrowed', change: (schema) => (isText(schema) ? schema.max(9) : undefined) },
  { kind: 'rule-changed', change: (schema) => when(isText(schema), () => schema.refine((value) => value !== 'never')) },
  {
    kind: 'object-opened',
    change: (schema) => (isObject(schema) && !isOpen(schema) ? schema.loose() : undefined),
  },
];

function isOpen(schema: z.ZodObject): boolean {
  return !(schema.def.catchall instanceof z.ZodNever);
}

function texts(schema: z.ZodEnum): string[] {
  return schema.options.map(String);
}

/** The provider with one of its objects changed, and with no other event than that object's. */
export function withObject(
  provider: Provider,
  name: string,
  change: (schema: z.ZodObject, shape: ObjectShape) => z.ZodObject = (schema) => schema,
): Provider {
  const rows = rowsOf(provider).filter(([, row]) => row.object.name === name);
  const [first, ...others] = rows[0]![1].object.shapes;
  const changed = (shape: ObjectShape) => ({ ...shape, schema: change(shape.schema, shape) });
  const object: ObjectDefinition = { name, shapes: [changed(first), ...others.map(changed)] };
  return {
    ...provider,
    version: 'next',
    events: Object.fromEntries(rows.map(([type, row]) => [type, { ...row, object }])),
  };
}

/** The schema with one field changed; `gone` takes it away. */
export function withField(schema: z.ZodObject, field: string, changed: Schema | 'gone'): z.ZodObject {
  if (changed !== 'gone') return schema.extend({ [field]: changed });
  const { [field]: _, ...others } = schema.shape;
  return isOpen(schema) ? z.looseObject(others) : z.strictObject(others);
}
