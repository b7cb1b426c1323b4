import { eventSchema, valueAt } from '../../define/index.ts';
import type { Attempt } from '../../delivery/index.ts';
import { buildEvent, variantOf, variantsOf, withValueAt } from '../../fixture/index.ts';
import type { Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { patienceOf } from '../deadline.ts';
import { omissionsIn, without, type Omission } from '../places.ts';
import { counterexample, replayOf } from '../property.ts';

export const toleratesAbsentAndNullFields: Check = {
  id: 'tolerates-absent-and-null-fields',
  group: 'payloads',
  level: 'MUST',
  title: 'Tolerates optional fields that are absent and nullable fields that are null, in any combination',
  source: 'the shapes of the provider; dust #24983',
  async run(examination) {
    const { subarray } = await import('fast-check');
    // A run's draws are shared among its objects; before them, each field is left out on its own.
    const draws = Math.max(5, Math.ceil(examination.session.options.runs / examination.oneForEachObject.length));
    const { provider } = examination;
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      for (const variant of variantsOf(provider, fixture.event)) {
        // In its fullest, an event has the most to lose; in every shape and envelope.
        if (variant.kind !== 'maximal' && variant.kind !== 'form') continue;
        const full = buildEvent(provider, fixture.event, { ...variant, kind: 'maximal' });
        const omissions = omissionsIn(eventSchema(provider, fixture.event, variant.form), full);
        if (omissions.length === 0) continue;
        const { paths } = variant.form.envelope;
        const usual = variantOf(provider, fixture.event, fixture.variant).form.envelope.paths.id;
        const eventWithout = (chosen: readonly Omission[], name: string) => {
          const named = examination.fresh(fixture, `${fixture.event} ${variant.name} ${name}`);
          return withValueAt(without(full, chosen), paths.id, valueAt(named, usual));
        };
        const isFine = ({ status }: Answer) => status === plain.status;
        // What is not taken with all that it may have is another check's to find.
        if (!isFine(await examination.send(await examination.sign(eventWithout([], 'full'))))) continue;
        let failed: { readonly attempt: Attempt; readonly answer: Answer } | undefined;
        const found = await counterexample(
          {
            seed: `${examination.seed} ${fixture.event} ${variant.name}`,
            draws,
            examples: omissions.map((each) => [each]),
            patience: patienceOf(examination.session),
          },
          subarray(omissions),
          (chosen, name) => {
            const event = eventWithout(chosen, name);
            examination.signAhead([event]);
            return async () => {
              const attempt = await examination.sign(event);
              const answer = await examination.send(attempt);
              examination.judged(fixture);
              const holds = isFine(answer) || examination.isAcknowledgement(answer);
              if (!holds) failed = { attempt, answer };
              return holds;
            };
          },
        );
        if (found === undefined || failed === undefined) continue;
        const names = found.value.map(({ place, to }) => `"${place.join('.')}" ${to}`).join(', ');
        const { attempt, answer } = failed;
        examination.find(fixture, `${names} (${replayOf(found)})`, attempt, {
          expected: examination.acknowledgement,
          actual: answer.text,
          answer,
        });
      }
    }
  },
};
