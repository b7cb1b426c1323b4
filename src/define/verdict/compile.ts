import * as z from 'zod';
import { writeChecks } from './checks.ts';
import { writeExpression, writeStatements } from './kinds.ts';

/** A zod schema of any kind. */
export type Schema = z.core.$ZodType;

/** Whether a value keeps to a schema. */
export type Accepts = (value: unknown) => boolean;

/** What the code of a verdict may name beside its value. */
export interface Code {
  /** The name of a constant. */
  readonly constant: (value: unknown) => string;
  /** A call for what zod says of the variable `value`. */
  readonly zod: (schema: Schema, value: string) => string;
  /** The expression that is true where a schema accepts the variable `value`. */
  readonly accepts: (schema: Schema, value: string) => string;
}

/** The verdict of a schema as a function, compiled once: it says what `safeParse` says, and gives no issues. */
export function compileVerdict(schema: Schema): Accepts {
  const accepts = compiledOf(schema);
  const byZod = acceptsByZod(schema);
  return (value) => {
    try {
      return accepts(value);
    } catch {
      // A getter threw, which zod may not come to or not survive either.
      return byZod(value);
    }
  };
}

const compiled = new WeakMap<Schema, Accepts>();

function compiledOf(schema: Schema): Accepts {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  // Zod stands in meanwhile, for a schema that contains itself.
  compiled.set(schema, acceptsByZod(schema));
  const accepts = generate(schema) ?? acceptsByZod(schema);
  compiled.set(schema, accepts);
  return accepts;
}

const acceptsByZod =
  (schema: Schema): Accepts =>
  (value) =>
    z.safeParse(schema, value).success;

/** The function in code of our own: none for a kind or check that is not in the tables, or where no code may be made. */
function generate(schema: Schema): Accepts | undefined {
  if (z.config().jitless === true) return undefined;
  const constants: unknown[] = [];
  const code: Code = {
    constant: (value) => {
      const known = constants.indexOf(value);
      return `c${known >= 0 ? known : constants.push(value) - 1}`;
    },
    zod: (inner, value) => `${code.constant(acceptsByZod(inner))}(${value})`,
    accepts: (inner, value) => expressionOf(inner, value, code) ?? `${code.constant(compiledOf(inner))}(${value})`,
  };
  const body = bodyOf(schema, code);
  if (body === undefined) return undefined;
  const names = constants.map((_, index) => `c${index}`);
  try {
    const make = Reflect.construct(Function, [...names, `return (value) => { ${body} };`]);
    return make(...constants) as Accepts;
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}

function expressionOf(schema: Schema, value: string, code: Code): string | undefined {
  const expression = writeExpression(schema, value, code);
  const checks = writeChecks(schema, value, code);
  return expression === undefined || checks === undefined ? undefined : `(${[expression, ...checks].join(' && ')})`;
}

function bodyOf(schema: Schema, code: Code): string | undefined {
  const expression = expressionOf(schema, 'value', code);
  if (expression !== undefined) return `return ${expression};`;
  const statements = writeStatements(schema, 'value', code);
  const checks = writeChecks(schema, 'value', code);
  return statements === undefined || checks === undefined
    ? undefined
    : `${statements} return ${['true', ...checks].join(' && ')};`;
}
