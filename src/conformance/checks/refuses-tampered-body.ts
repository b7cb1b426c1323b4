import { encodeEvent } from '../../delivery/index.ts';
import type { Check } from '../check.ts';
import { leavesOf } from '../leaves.ts';
import { withValueAt } from '../../fixture/index.ts';

export const refusesTamperedBody: Check = {
  id: 'refuses-tampered-body',
  level: 'MUST',
  title: 'Refuses a body that was changed after it was signed: an amount, a status, an id',
  source: 'https://docs.stripe.com/webhooks; AdCP receiver vectors',
  async run(examination) {
    const { delivery } = examination.provider;
    for (const fixture of examination.oneForEachObject) {
      const event = examination.fresh(fixture);
      const attempt = await examination.sign(event);
      for (const { path, value } of leavesOf(event)) {
        const other = changed(path.at(-1)!, value);
        if (other === undefined) continue;
        const { body } = encodeEvent(delivery, withValueAt(event, path, other));
        const how = `"${path.at(-1)}" changed after signing`;
        await examination.expectRefused(fixture, how, { ...attempt, body });
      }
    }
  },
};

/** Another value for the fields that money and orders hang on; `undefined` for every other field. */
function changed(field: string, value: unknown): unknown {
  if (typeof value === 'number' && /amount/i.test(field)) return value + 1;
  if (typeof value === 'string' && /^(status|id)$/.test(field))
    return value.slice(0, -1) + (value.endsWith('x') ? 'y' : 'x');
  return undefined;
}
