import type { Code } from './compile.ts';
import type { Of } from './kinds.ts';

/** Reads an object once, in the order of its own keys: decision 10 says why, and why a field is read first in the loop. */
export function judgeObject(schema: Of<'object'>, value: string, code: Code): string | undefined {
  const { shape, catchall } = schema._zod.def;
  const fields = Object.entries(shape);
  const isStrict = catchall?._zod.def.type === 'never';
  const isLoose = catchall === undefined || (catchall._zod.def.type === 'unknown' && !catchall._zod.def.checks?.length);
  const isPlain = Object.getOwnPropertySymbols(shape).length === 0 && !fields.some(([key]) => key in Object.prototype);
  const isKnown = fields.every(([, { _zod }]) => _zod.optin === undefined || isOmittable(_zod));
  if (!isPlain || !isKnown || !(isStrict || isLoose)) return undefined;

  const cases = fields.map(([key, field]) => {
    const count = isOmittable(field._zod) ? '' : 'required++; ';
    return `case ${JSON.stringify(key)}: if (!${code.accepts(field, 'field')}) return false; ${count}break;`;
  });
  const least = fields.filter(([, { _zod }]) => !isOmittable(_zod)).length;
  // A field that was not met may still be there, hidden or inherited; of a plain object with no hidden keys it is not.
  return `if (typeof ${value} !== 'object' || ${value} === null || Array.isArray(${value})) return false;
    let known = 0, required = 0, others = 0;
    for (const key in ${value}) {
      const field = ${value}[key];
      switch (key) {
        ${cases.join('\n')}
        default: ${isStrict ? 'return false;' : 'others++; continue;'}
      }
      known++;
    }
    if (known < ${fields.length}) {
      if (!${code.constant(hasOnly)}(${value}, known + others)) return ${code.zod(schema, value)};
      if (required < ${least}) return false;
    }`;
}

/** Whether absence is accepted, as for `optional()`. */
function isOmittable({ optin, optout }: { readonly optin?: unknown; readonly optout?: unknown }): boolean {
  return optin === 'optional' && optout === 'optional';
}

/** Whether an object is a plain one that has as many keys as were met. */
function hasOnly(value: object, met: number): boolean {
  return Object.getPrototypeOf(value) === Object.prototype && Object.getOwnPropertyNames(value).length === met;
}
