import * as z from 'zod';

/** A moment in milliseconds since the Unix epoch. The bounds refuse seconds and microseconds. */
export const moment = z.int().min(1_000_000_000_000).max(9_999_999_999_999);

/** A moment which the documentation gives in milliseconds and the Go SDK's comment in seconds. */
export const momentOfUnsureUnit = z.int().min(1_000_000_000).max(9_999_999_999_999);

/** Yen have no minor unit: 1500 is ¥1,500. */
export const amount = z.int().nonnegative();

/** The only currency any source names. Some pages say that it comes in lower case; every sample has it in upper case. */
export const currency = z.enum(['JPY']);

/** What a merchant keeps with an object: at most 20 entries. JSON Schema is told of that apart: it sees no callback. */
export const metadata = z
  .record(z.string().min(1).max(40), z.string().max(200))
  .refine((entries) => Object.keys(entries).length <= 20, 'at most 20 entries')
  .meta({ maxProperties: 20 });
