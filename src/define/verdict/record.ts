import type { Code } from './compile.ts';
import type { Of } from './kinds.ts';

/** Reads the entries of a plain object. Zod judges what is not one, or has keys that zod treats in a way of their own. */
export function judgeRecord(schema: Of<'record'>, value: string, code: Code): string | undefined {
  const { keyType, valueType, mode } = schema._zod.def;
  const { type, coerce } = keyType._zod.def as { readonly type: string; readonly coerce?: boolean };
  if (type !== 'string' || coerce === true || mode === 'loose') return undefined;
  return `if (typeof ${value} !== 'object' || ${value} === null || Array.isArray(${value})) return false;
    if (Object.getPrototypeOf(${value}) !== Object.prototype) return ${code.zod(schema, value)};
    for (const key in ${value}) {
      const entry = ${value}[key];
      if (key === '__proto__' || key === 'constructor') return ${code.zod(schema, value)};
      if (!${code.accepts(keyType, 'key')} || !${code.accepts(valueType, 'entry')}) return false;
    }
    if (Object.getOwnPropertySymbols(${value}).length > 0) return ${code.zod(schema, value)};`;
}
