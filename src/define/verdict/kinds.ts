import type * as z from 'zod';
import type { Code, Schema } from './compile.ts';
import { judgeObject } from './object.ts';
import { judgeRecord } from './record.ts';

type Kind = z.core.$ZodTypeDef['type'];

/** The schemas of one kind. */
export type Of<K extends Kind> = Extract<z.core.$ZodTypes, { readonly _zod: { readonly def: { readonly type: K } } }>;

/** Writes the code that judges the variable `value`, checks aside; `undefined` for a schema that zod must judge. */
type Writer<Judged = Schema> = (schema: Judged, value: string, code: Code) => string | undefined;

type Table = { readonly [K in Kind]?: Writer<Of<K>> };

const oneOf = ({ _zod: { values } }: Of<'enum' | 'literal'>, value: string, code: Code) => {
  const [first] = values;
  const isOneText = values.size === 1 && typeof first === 'string';
  return isOneText ? `${value} === ${JSON.stringify(first)}` : `${code.constant(values)}.has(${value})`;
};

/** The kinds judged by an expression that is true where they accept. */
const expressions = {
  boolean: (_, value) => `typeof ${value} === 'boolean'`,
  enum: oneOf,
  literal: oneOf,
  nullable: ({ _zod: { def } }, value, code) => `(${value} === null || ${code.accepts(def.innerType, value)})`,
  number: ({ _zod: { def } }, value) => (def.coerce === true ? undefined : `Number.isFinite(${value})`),
  optional: ({ _zod: { def, traits } }, value, code) =>
    traits.has('$ZodExactOptional') ? undefined : `(${value} === undefined || ${code.accepts(def.innerType, value)})`,
  string: ({ _zod: { def } }, value) => (def.coerce === true ? undefined : `typeof ${value} === 'string'`),
  union: ({ _zod: { def } }, value, code) =>
    def.inclusive === false || 'discriminator' in def
      ? undefined
      : `(${def.options.map((option) => code.accepts(option, value)).join(' || ')})`,
  unknown: () => 'true',
} satisfies Table;

/** The kinds judged by the statements of a function, which return before their end where they refuse. */
const statements = {
  array: ({ _zod: { def } }, value, code) =>
    `if (!Array.isArray(${value})) return false;
    for (let index = 0; index < ${value}.length; index++) {
      const item = ${value}[index];
      if (!${code.accepts(def.element, 'item')}) return false;
    }`,
  object: judgeObject,
  record: judgeRecord,
} satisfies Table;

const writerOf = (table: Table, schema: Schema) => table[schema._zod.def.type] as Writer | undefined;

/** The expression of a schema, checks aside; `undefined` where its kind has none. */
export const writeExpression: Writer = (schema, value, code) => writerOf(expressions, schema)?.(schema, value, code);

/** The statements of a schema, checks aside; `undefined` where its kind has none. */
export const writeStatements: Writer = (schema, value, code) => writerOf(statements, schema)?.(schema, value, code);
