import * as z from 'zod';

/** The types that a JSON value may have; `any` is every one of them, where nothing is said. */
export type JsonType = 'any' | 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** The part of JSON Schema that zod writes. */
export interface SchemaJson {
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: { readonly [Name: string]: SchemaJson };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaJson;
  readonly propertyNames?: SchemaJson;
  readonly items?: boolean | SchemaJson;
  readonly prefixItems?: readonly SchemaJson[];
  readonly anyOf?: readonly SchemaJson[];
  readonly oneOf?: readonly SchemaJson[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** What zod checks with a function, which JSON Schema cannot say: the functions' texts. */
  readonly rules?: readonly string[];
}

/** Every word of a schema that is understood: a new one is an error, since passing over it would hide a change. */
const understood = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'items',
  'prefixItems',
  'anyOf',
  'oneOf',
  'enum',
  'const',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'rules',
  // What says nothing of the values.
  '$schema',
  'contentEncoding',
  'description',
  'title',
]);

/** A zod schema as JSON Schema. Throws a `TypeError` for a schema that cannot be said so. */
export function schemaJson(schema: z.ZodType): SchemaJson {
  const written = z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema }) => {
      const rules = (zodSchema._zod.def.checks ?? []).flatMap((check) => {
        const { check: kind, fn } = check._zod.def as { readonly check: string; readonly fn?: unknown };
        return kind === 'custom' ? [String(fn)] : [];
      });
      if (rules.length > 0) jsonSchema['rules'] = rules;
    },
  });
  // What zod writes is of this part of JSON Schema: `branchesOf` looks at every word.
  return written as SchemaJson;
}

/** The alternatives that a schema allows, each of one type. */
export function branchesOf(schema: SchemaJson): (SchemaJson & { readonly type: JsonType })[] {
  const strange = Object.keys(schema).filter((word) => !understood.has(word));
  if (strange.length > 0) throw new TypeError(`Cannot compare schema: "${strange[0]}" is not understood`);
  const { anyOf, oneOf, type, ...rest } = schema;
  const alternatives = anyOf ?? oneOf;
  if (alternatives !== undefined) return alternatives.flatMap(branchesOf);
  if (type === undefined) {
    const values = 'const' in rest ? [rest.const] : (rest.enum ?? []);
    const types = [...new Set(values.map(typeOf))];
    return types.length === 0 ? [{ ...rest, type: 'any' }] : types.flatMap((one) => branchesOf({ ...rest, type: one }));
  }
  if (typeof type !== 'string') return type.flatMap((one) => branchesOf({ ...rest, type: one }));
  const { enum: values } = rest;
  return [{ ...rest, ...(values === undefined ? {} : { enum: values.filter((value) => isOf(value, type)) }), type }];
}

function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (Number.isInteger(value)) return 'integer';
  return typeof value as JsonType;
}

function isOf(value: unknown, type: JsonType): boolean {
  const found = typeOf(value);
  return found === type || (found === 'integer' && type === 'number');
}
