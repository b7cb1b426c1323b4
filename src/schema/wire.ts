import type { Delivery, Fact } from '../define/index.ts';
import { commentOf } from './comment.ts';
import type { JsonSchema } from './json-schema.ts';

/** How an event stands in a delivery's body, in the words of OpenAPI and AsyncAPI. */
export interface Wire {
  readonly contentType: string;
  readonly schema: JsonSchema;
  /** What OpenAPI needs to be told of a form's field. */
  readonly encoding?: { readonly [Field: string]: { readonly contentType: string } };
  readonly valueOf: (event: object) => object;
}

/** How an event of a schema is written by a delivery: itself, or as the JSON in a form's field. */
export function wireOf(delivery: Delivery, schema: JsonSchema): Wire {
  const encoding = delivery.encoding.value;
  if (encoding.kind === 'json') return { contentType: 'application/json', schema, valueOf: (event) => event };
  return {
    contentType: 'application/x-www-form-urlencoded',
    schema: { type: 'object', properties: { [encoding.field]: schema }, required: [encoding.field] },
    encoding: { [encoding.field]: { contentType: 'application/json' } },
    valueOf: (event) => ({ [encoding.field]: event }),
  };
}

/** The headers of a delivery but for its content type: name, what is known of it, and its schema. */
export function headersOf(delivery: Delivery): { name: string; fact: Fact<string>; schema: JsonSchema }[] {
  return Object.entries(delivery.headers)
    .filter(([name]) => name !== 'Content-Type')
    .map(([name, fact]) => {
      const constant = fact.value.includes('{') ? {} : { const: fact.value };
      return { name, fact, schema: { type: 'string', ...constant, $comment: commentOf(fact) } };
    });
}

/** What is known of the deliveries of a version, in words. */
export function deliveryNotes(delivery: Delivery): string {
  const { signature, timestamp, tolerance, retries, encoding } = delivery;
  const scheme = signature.value;
  const lines = [
    `Body: ${encoding.value.kind}. ${commentOf(encoding)}`,
    `Signature: ${scheme.kind} over "${scheme.signedText}" in header "${scheme.header}", ${scheme.output}. ${commentOf(signature)}`,
    `Timestamp: ${timestamp.value === undefined ? 'none' : `header "${timestamp.value.header}", ${timestamp.value.unit}`}. ${commentOf(timestamp)}`,
    `Tolerance: ${tolerance.value === undefined ? 'unknown' : `${tolerance.value} seconds`}. ${commentOf(tolerance)}`,
    `Retries: ${retries.value === undefined ? 'no schedule is known' : `after ${retries.value.join(', ')} seconds`}. ${commentOf(retries)}`,
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}
