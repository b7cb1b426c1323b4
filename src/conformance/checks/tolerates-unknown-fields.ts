import * as z from 'zod';
import { eventSchema, valueAt } from '../../define/index.ts';
import { variantOf, withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';

export const toleratesUnknownFields: Check = {
  id: 'tolerates-unknown-fields',
  level: 'MUST',
  title: 'Tolerates a field that it does not know, in any object of the payload',
  source: 'https://docs.stripe.com/upgrades; threadplane #989',
  async run(examination) {
    for (const fixture of examination.typical) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      const { form } = variantOf(examination.provider, fixture.event, fixture.variant);
      for (const path of objectPaths(eventSchema(examination.provider, fixture.event, form), fixture.value)) {
        const place = [...path, 'not_yet_known'];
        const event = withValueAt(examination.fresh(fixture), place, { since: 'later' });
        await examination.expectAcknowledged(
          fixture,
          `unknown field "${place.join('.')}"`,
          await examination.sign(event),
          plain,
        );
      }
    }
  },
};

/** Where `value` holds an object whose keys the schema lists. */
function objectPaths(schema: z.core.$ZodType, value: unknown, above: readonly string[] = []): (readonly string[])[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return objectPaths(schema.unwrap(), value, above);
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  const fields: [string, z.core.$ZodType][] = Object.entries(schema.shape);
  return [above, ...fields.flatMap(([key, field]) => objectPaths(field, valueAt(value, [key]), [...above, key]))];
}
