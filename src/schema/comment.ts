import type { Evidence } from '../define/index.ts';
import { fieldAt, type JsonSchema } from './json-schema.ts';

/** Evidence in words, for a `$comment` or a description: `inferred: only in a payload. Source: https://…`. */
export function commentOf({ confidence, note, source }: Evidence): string {
  return `${confidence}${note === undefined ? '' : `: ${note}`}. Source: ${source}`;
}

/** Adds a `$comment` to the field at a path of a schema that is nobody else's yet. Throws where there is no such field. */
export function comment(schema: JsonSchema, path: readonly string[], text: string): void {
  const field = fieldAt(schema, path);
  if (field === undefined) throw new TypeError(`Cannot comment on "${path.join('.')}": there is no such field`);
  field.$comment = field.$comment === undefined ? text : `${field.$comment}\n${text}`;
}

/** Adds what is known of single fields, and of single values of them, to an object's schema. */
export function commentFields(schema: JsonSchema, fields: { readonly [Path: string]: Evidence }): void {
  for (const [path, evidence] of Object.entries(fields)) {
    const [keys, value] = path.split('=') as [string, string?];
    const named = value === '' ? 'its absence' : JSON.stringify(value);
    const subject = value === undefined ? '' : `${named} is `;
    comment(schema, keys.split('.'), subject + commentOf(evidence));
  }
}
