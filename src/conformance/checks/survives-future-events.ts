import type { Check } from '../check.ts';
import { expectAllAcknowledged } from '../drawn.ts';

export const survivesFutureEvents: Check = {
  id: 'survives-future-events',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Acknowledges what a later version may send: unknown fields, members and types, longer ids, other spellings',
  source: 'https://docs.stripe.com/upgrades; the provider promises none of it',
  async run(examination) {
    const { futureEventArbitrary } = await import('../../arbitrary/index.ts');
    for (const fixture of examination.oneForEachObject) {
      const drawn = futureEventArbitrary(examination.provider, fixture.event as never); // a type of the catalogue
      await expectAllAcknowledged(examination, fixture, drawn, ({ news }) =>
        news.map(({ kind, path }) => (path.length === 0 ? kind : `${kind} at "${path.join('.')}"`)).join(', '),
      );
    }
  },
};
