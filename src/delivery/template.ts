import { HookproofError } from '../errors.ts';

/** Fills the `{name}` placeholders of a template. Throws `BAD_ARGUMENT` for a placeholder that has no value. */
export function fill(template: string, values: { readonly [Name: string]: string }): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(template, name, values));
}

/** Fills a template with texts and bytes, the bytes untouched. */
export function fillBytes(
  template: string,
  values: { readonly [Name: string]: string | Uint8Array<ArrayBuffer> },
): Uint8Array<ArrayBuffer> {
  const parts = template.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const value = name === undefined ? part : valueOf(template, name, values);
    return typeof value === 'string' ? new TextEncoder().encode(value) : value;
  });
  const filled = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((offset, part) => {
    filled.set(part, offset);
    return offset + part.length;
  }, 0);
  return filled;
}

function valueOf<Value>(template: string, name: string, values: { readonly [Name: string]: Value }): Value {
  if (Object.hasOwn(values, name)) return values[name]!;
  const known = Object.keys(values).map((key) => `"{${key}}"`);
  throw new HookproofError(
    'BAD_ARGUMENT',
    `Cannot fill "${template}": "{${name}}" is unknown; known are ${known.join(', ')}`,
  );
}
