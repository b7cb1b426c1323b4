import * as z from 'zod';

/** An id: prefix, mode, base62. 22 characters in all but one of the ids seen, so the length is left open. */
export const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_(test|live)_[0-9A-Za-z]+$`));
