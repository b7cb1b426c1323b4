import { eventSchema } from '../../define/index.ts';
import type { Attempt } from '../../delivery/index.ts';
import { variantOf, withValueAt, type FixtureFile } from '../../fixture/index.ts';
import { startCanary, type Canary } from '../canary.ts';
import type { Check } from '../check.ts';
import type { Examination } from '../examination.ts';
import { leavesOf } from '../leaves.ts';

/** Milliseconds in which work that goes on after the answer may call. */
const grace = 100;

export const callsNoUrlOfThePayload: Check = {
  id: 'calls-no-url-of-the-payload',
  group: 'payloads',
  level: 'MAY',
  title: 'Calls no URL that a payload names: whoever can have a field written would choose what it calls',
  source: 'OWASP API Security Top 10 2023, API7: server side request forgery',
  async run(examination) {
    const { hostname } = new URL(examination.session.options.url);
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
      return examination.skip('the receiver is on another machine, from where it could not call this one');
    const canary = await startCanary();
    if (canary === undefined) return examination.skip('no server can be started here for it to call');
    try {
      await listen(examination, canary);
    } finally {
      canary.close();
    }
  },
};

async function listen(examination: Examination, { origin, called }: Canary): Promise<void> {
  const sent: { readonly fixture: FixtureFile; readonly attempt: Attempt; readonly names: Map<string, string> }[] = [];
  for (const { event: type } of examination.oneForEachObject) {
    const fixture = examination.fixtures.find(({ event, variant }) => event === type && variant === 'maximal');
    if (fixture === undefined || (await examination.plainAnswer(fixture)) === undefined) continue;
    const { form } = variantOf(examination.provider, type, fixture.variant);
    const schema = eventSchema(examination.provider, type, form);
    const names = new Map<string, string>();
    let event = examination.freshObject(fixture);
    for (const { path, value } of leavesOf(fixture.value)) {
      const key = `/${type}/${path.join('.')}`;
      if (typeof value !== 'string' || /id$|_no$/i.test(path.at(-1)!)) continue;
      const changed = withValueAt(event, path, origin + key);
      if (!schema.safeParse(changed).success) continue;
      event = changed;
      names.set(key, path.join('.'));
    }
    if (names.size === 0) continue;
    const attempt = await examination.sign(event);
    await examination.send(attempt);
    sent.push({ fixture, attempt, names });
  }
  // A probe shows effects once all work is done.
  if (examination.has('effects')) await examination.effects();
  else await new Promise((resolve) => setTimeout(resolve, grace));
  for (const { fixture, attempt, names } of sent) {
    examination.judged(fixture);
    for (const [key, name] of names)
      if (called.has(key))
        examination.find(fixture, `"${name}" is the URL of another server`, attempt, {
          expected: 'no call to it',
          actual: `the receiver called "${origin}${key}"`,
        });
  }
}
