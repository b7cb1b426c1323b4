import { valueAt } from '../../define/index.ts';
import { variantOf, withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import type { Examination } from '../examination.ts';
import { freshId } from '../fresh.ts';
import { type Gain, gainOf, gainText, namesOf } from '../gains.ts';
import type { Sale } from '../probe.ts';
import { lacksSales, salePlaces, type SalePlace } from '../sales.ts';

export const comparesAmountsWithOwnRecords: Check = {
  id: 'compares-amounts-with-own-records',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Does not do for another amount or currency than it sold for what it does for the right one',
  source: 'https://docs.stripe.com/checkout/fulfillment; WooCommerce and PrestaShop modules that shipped for one yen',
  needs: ['effects', 'sell'],
  inapplicable: lacksSales,
  async run(examination) {
    for (const place of salePlaces(examination)) {
      if ((await examination.plainAnswer(place.fixture)) === undefined) continue;
      const right = await soldAs(examination, place, (sale) => sale);
      const again = await soldAs(examination, place, (sale) => sale);
      // What is not the same each time for what was rightly paid cannot be told from what was not.
      if (right.text === '' || right.text !== again.text) continue;
      const others: { readonly [Name: string]: (sale: Sale) => Sale } = {
        'a lower amount than it was sold for': (sale) => ({ ...sale, amount: 2 * sale.amount + 1 }),
        'another currency than it was sold in': (sale) => ({
          ...sale,
          currency: sale.currency === 'CHF' ? 'SEK' : 'CHF',
        }),
      };
      for (const [name, change] of Object.entries(others)) {
        const { text, attempt, answer } = await soldAs(examination, place, change);
        examination.judged(place.fixture);
        if (text !== right.text) continue;
        examination.find(place.fixture, name, attempt, {
          expected: 'other effects than those of what was paid as sold, or none',
          actual: 'the same effects',
          answer,
        });
      }
    }
    examination.skip('no event brings about the same each time that what it is about was paid as sold');
  },
};

/** What the fixture's event brings about once the receiver was told that it sold this: the amounts and names left out. */
async function soldAs(
  examination: Examination,
  { fixture, amount, currency, reference }: SalePlace,
  change: (sale: Sale) => Sale,
): Promise<Gain & { readonly text: string }> {
  const plain = examination.freshObject(fixture);
  const id = String(
    valueAt(plain, [
      ...variantOf(examination.provider, fixture.event, fixture.variant).form.envelope.paths.object,
      'id',
    ]),
  );
  const sold = {
    reference: freshId(`${String(valueAt(plain, reference))}000000`, id),
    amount: Number(valueAt(plain, amount)),
    currency: String(valueAt(plain, currency)),
  };
  const event = withValueAt(plain, reference, sold.reference);
  const sale = change(sold);
  await examination.probe.sell!(sale);
  const gain = await gainOf(examination, await examination.sign(event));
  const names = [...namesOf(examination.provider, fixture, event), sold.reference];
  const text = gainText(gain, names)
    .replaceAll(JSON.stringify(sale.currency), JSON.stringify(sold.currency))
    .replaceAll(new RegExp(`(?<![\\d.])${String(sale.amount).replace('.', String.raw`\.`)}(?![\\d.])`, 'g'), () =>
      String(sold.amount),
    );
  return { ...gain, text };
}
