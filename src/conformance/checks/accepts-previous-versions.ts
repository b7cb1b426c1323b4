import { nameOf, rowsOf } from '../../define/index.ts';
import { signedAttempt } from '../../delivery/index.ts';
import { eventId, fixtureFiles, variantOf, withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';

export const acceptsPreviousVersions: Check = {
  id: 'accepts-previous-versions',
  group: 'payloads',
  level: 'MUST',
  title: 'Acknowledges the events of the versions that it still gets, as each of them delivers',
  source: 'https://docs.stripe.com/webhooks/versioning; the versions are those that the caller names',
  needs: ['previous'],
  async run(examination) {
    const { url, secret, parameters, seed, isExamined, previous = [] } = examination.session.options;
    for (const provider of previous) {
      const rows = new Map(rowsOf(provider));
      const typical = fixtureFiles(provider).filter(({ event, variant }) => variant === 'typical' && isExamined(event));
      const objects = typical.map(({ event }) => rows.get(event)!.object);
      for (const fixture of typical.filter((_, index) => objects.indexOf(objects[index]!) === index)) {
        const { envelope } = variantOf(provider, fixture.event, fixture.variant).form;
        const id = eventId(envelope.id, `${seed} ${nameOf(provider)} ${fixture.file}`);
        await examination.settled(); // a version that signs a time signs that of the delivery
        const attempt = await signedAttempt(provider, withValueAt(fixture.value, envelope.paths.id, id), {
          url,
          secret,
          at: examination.now(),
          ...(parameters === undefined ? {} : { parameters }),
        });
        const statuses = provider.delivery.acknowledgement.value;
        const expected = `status ${statuses.join(' or ')}`;
        await examination.expectAnswer(fixture, `an event of ${nameOf(provider)}`, attempt, expected, ({ status }) =>
          statuses.some((each) => each === status),
        );
      }
    }
    examination.skip('no event of the earlier versions is examined');
  },
};
