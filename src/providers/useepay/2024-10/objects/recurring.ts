import * as z from 'zod';
import { amount } from '../fields.ts';

/** How often a subscription is charged, and how much. */
export const recurring = {
  interval: z.enum(['day', 'week', 'month', 'year']),
  interval_count: z.int().positive(),
  // A number in every sample, a string in the schema of checkout sessions and in requests.
  unit_amount: z.union([amount, z.string().regex(/^[0-9]+(\.[0-9]+)?$/)]),
};
