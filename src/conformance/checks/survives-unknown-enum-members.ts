import * as z from 'zod';
import { valueAt } from '../../define/index.ts';
import { variantOf, withValueAt, type FixtureFile } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { type Examination } from '../examination.ts';
import { isBreakdown } from '../answer.ts';
import { leavesOf } from '../leaves.ts';

export const survivesUnknownEnumMembers: Check = {
  id: 'survives-unknown-enum-members',
  group: 'answers',
  level: 'MUST',
  title: 'Does not break on a status, or another value of a list, that it does not know',
  source: 'GitHub webhook best practices; https://docs.stripe.com/upgrades (new enum values)',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      for (const path of listedPaths(examination, fixture)) {
        const attempt = examination.sign(withValueAt(examination.freshObject(fixture), path, 'not_yet_known'));
        const delivery = `"${path.join('.')}" is "not_yet_known"`;
        await examination.expectAnswer(fixture, delivery, attempt, 'a status below 500', (answer) => {
          return !isBreakdown(answer);
        });
      }
    }
  },
};

/** Where one of a list of values stands: statuses, and what the schema lists. */
function listedPaths({ provider }: Examination, fixture: FixtureFile): (readonly string[])[] {
  const { envelope, shape } = variantOf(provider, fixture.event, fixture.variant).form;
  const { object } = envelope.paths;
  return leavesOf(valueAt(fixture.value, object) as object) // every event carries an object
    .filter(({ path, value }) => {
      if (typeof value !== 'string') return false;
      return path.at(-1)!.endsWith('status') || schemaAt(shape.schema, path) instanceof z.ZodEnum;
    })
    .map(({ path }) => [...object, ...path]);
}

/** The schema of what stands at a path, where every object on the way is one that lists its fields. */
function schemaAt(schema: z.core.$ZodType | undefined, path: readonly string[]): z.core.$ZodType | undefined {
  const bare = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  if (bare instanceof z.ZodOptional || bare instanceof z.ZodNullable) return schemaAt(bare, path);
  const [key, ...rest] = path;
  if (key === undefined) return bare;
  if (!(bare instanceof z.ZodObject)) return undefined;
  const shape: { readonly [Key: string]: z.core.$ZodType } = bare.shape;
  return schemaAt(shape[key], rest);
}
