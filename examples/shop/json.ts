import { Refusal } from './refusal.ts';

/** A JSON object nobody has vouched for: every field is unknown until it is looked at. */
export type Json = Readonly<Record<string, unknown>>;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON object in an authenticated body; refuses anything else with 400. */
export function parseObject(body: Uint8Array | string): Json {
  let value: unknown;
  try {
    value = JSON.parse(typeof body === 'string' ? body : utf8.decode(body));
  } catch {
    throw new Refusal(400, 'the body is not JSON');
  }
  return requireObject(value, 'the body');
}

export function requireObject(value: unknown, subject: string): Json {
  const found = object(value);
  if (found === undefined) throw new Refusal(400, `${subject} is not an object`);
  return found;
}

export function requireText(value: unknown, subject: string): string {
  const found = text(value);
  if (found === undefined) throw new Refusal(400, `${subject} is not a string`);
  return found;
}

export function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** A string that says something, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An amount exactly as it was received, never rounded, scaled or converted; one such as 1e999 is none. */
export function amount(value: unknown): number | string | undefined {
  return Number.isFinite(value) ? (value as number) : text(value);
}

/** A moment in milliseconds since 1970; 0 when the value is not one. */
export function instant(value: unknown): number {
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value;
  if (typeof value !== 'string') return 0;
  // UseePay prints dispute times as "2026-03-31T03: 31: 49Z".
  const time = Date.parse(value.replace(/:\s+/g, ':'));
  return Number.isNaN(time) ? 0 : time;
}
