import { encodeEvent, type Attempt } from '../../delivery/index.ts';
import { withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { leakIn } from '../leaks.ts';

export const leaksNothingInErrors: Check = {
  id: 'leaks-nothing-in-errors',
  group: 'answers',
  level: 'SHOULD',
  title: 'Tells nothing in the answers to errors: no stack, no secret, no payload, no signature',
  source: 'CWE-209; OWASP Error Handling Cheat Sheet',
  async run(examination) {
    const { provider } = examination;
    const { header } = provider.delivery.signature.value;
    const secret = await examination.session.otherSecret();
    const objectPath = provider.envelope.paths.object;
    for (const fixture of examination.oneForEachObject) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      const event = examination.fresh(fixture);
      const right = await examination.sign(event);
      const signature = right.headers[header]!;
      const { [header]: _, ...unsigned } = right.headers;
      const attempts: { readonly [Name: string]: Attempt } = {
        unsigned: { ...right, headers: unsigned },
        'with a made-up signature': { ...right, headers: { ...unsigned, [header]: '0'.repeat(signature.length) } },
        'signed with another key': await examination.sign(event, { secret }),
        'changed after signing': { ...right, body: encodeEvent(provider.delivery, `${JSON.stringify(event)} `).body },
        'that breaks off, rightly signed': await examination.sign(JSON.stringify(event).slice(0, -2)),
        'without an object, rightly signed': await examination.sign(withValueAt(event, objectPath, null)),
        'with a list for its object, rightly signed': await examination.sign(withValueAt(event, objectPath, [])),
        'with a number for its type, rightly signed': await examination.sign(
          withValueAt(event, provider.envelope.paths.type, 1),
        ),
        'by PUT': { ...right, method: 'PUT' },
      };
      for (const [name, attempt] of Object.entries(attempts)) {
        const answer = await examination.send(attempt);
        examination.judged(fixture);
        if (answer.status === undefined || answer.status < 400) continue;
        const leak = leakIn(answer.body ?? '', provider, { event, signature });
        if (leak === undefined) continue;
        const expected = 'an answer that tells nothing of the receiver and the payload';
        examination.find(fixture, `an event ${name}`, attempt, { expected, actual: `${answer.text} ${leak}`, answer });
      }
    }
  },
};
