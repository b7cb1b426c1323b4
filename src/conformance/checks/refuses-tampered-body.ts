import * as z from 'zod';
import type { ObjectShape, Provider } from '../../define/index.ts';
import { encodeEvent } from '../../delivery/index.ts';
import { variantOf, withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { leavesOf, type Leaf } from '../leaves.ts';

export const refusesTamperedBody: Check = {
  id: 'refuses-tampered-body',
  group: 'authenticity',
  level: 'MUST',
  title: 'Refuses a delivery that was changed after it was signed: an amount, a status, an id, a type, the time',
  source: 'https://docs.stripe.com/webhooks; AdCP receiver vectors',
  async run(examination) {
    const { provider } = examination;
    for (const fixture of examination.oneForEachObject) {
      const { shape } = variantOf(provider, fixture.event, fixture.variant).form;
      const event = examination.fresh(fixture);
      const attempt = await examination.sign(event);
      const changed = leavesOf(event).flatMap((leaf) => {
        const value = otherValue(provider, shape, leaf);
        return value === undefined ? [] : [{ field: leaf.path.at(-1)!, event: withValueAt(event, leaf.path, value) }];
      });
      for (const { field, event } of changed) {
        const { body } = encodeEvent(provider.delivery, event);
        await examination.expectRefused(fixture, `"${field}" changed after signing`, { ...attempt, body });
      }
      const time = provider.delivery.timestamp.value?.header;
      if (time !== undefined) {
        const headers = { ...attempt.headers, [time]: String(Number(attempt.headers[time]) + 1) };
        await examination.expectRefused(fixture, `header "${time}" changed after signing`, { ...attempt, headers });
      }
      const last = changed.at(-1);
      if (last === undefined) continue;
      await examination.send(attempt);
      const { body } = encodeEvent(provider.delivery, last.event);
      await examination.expectRefused(fixture, 'changed after signing, once the original has come', {
        ...attempt,
        body,
      });
    }
  },
};

/** What an attacker would write instead, for the fields that money and orders hang on. */
function otherValue(provider: Provider, shape: ObjectShape, { path, value }: Leaf): unknown {
  const field = path.at(-1)!;
  const schema: unknown = shape.schema.shape[field];
  if (typeof value === 'number') return /amount/i.test(field) ? value + 1 : undefined;
  if (typeof value !== 'string') return undefined;
  if (Object.hasOwn(provider.events, value)) return Object.keys(provider.events).find((type) => type !== value);
  if (field === 'id') return value.slice(0, -1) + (value.endsWith('1') ? '2' : '1');
  if (field === 'currency') return value === 'USD' ? 'EUR' : 'USD';
  if (field !== 'status') return undefined;
  return schema instanceof z.ZodEnum ? schema.options.find((option) => option !== value) : `${value}_not`;
}
