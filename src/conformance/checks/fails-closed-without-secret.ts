import type { Attempt } from '../../delivery/index.ts';
import { decodeSecret } from '../../signing/secret.ts';
import type { Check } from '../check.ts';
import { type Examination } from '../examination.ts';
import { isSuccess } from '../answer.ts';
import { hmacOf, write } from '../other-schemes.ts';
import { signedBytes } from '../signed-text.ts';

export const failsClosedWithoutSecret: Check = {
  id: 'fails-closed-without-secret',
  group: 'authenticity',
  level: 'MUST',
  title: 'Believes nobody while no secret is configured',
  source: 'hiveloop #32; OWASP Secure Product Design (fail securely)',
  needs: ['unconfigured'],
  async run(examination) {
    const { unconfigured } = examination.session.options;
    let isThere = false;
    for (const fixture of examination.oneForEachObject) {
      for (const [name, attempt] of Object.entries(await attemptsOf(examination, examination.fresh(fixture)))) {
        const answer = await examination.send(attempt, unconfigured);
        if (answer.status === undefined) continue;
        isThere = true;
        examination.judged(fixture);
        if (!isSuccess(answer)) continue;
        const expected = 'any status but a 2xx';
        const delivery = `${name}, to a receiver without a secret`;
        examination.find(fixture, delivery, attempt, { expected, actual: answer.text, answer });
      }
    }
    if (!isThere) examination.skip('the receiver without a secret answers nothing');
  },
};

/** What somebody may try who has no secret either. */
async function attemptsOf(examination: Examination, event: object): Promise<{ readonly [Name: string]: Attempt }> {
  const { provider, session } = examination;
  const scheme = provider.delivery.signature.value;
  const plain = await examination.sign(event);
  const { [scheme.header]: _, ...unsigned } = plain.headers;
  const attempts: { [Name: string]: Attempt } = {
    'rightly signed': plain,
    unsigned: { ...plain, headers: unsigned },
    'with an empty signature': { ...plain, headers: { ...unsigned, [scheme.header]: '' } },
  };
  if (scheme.kind !== 'hmac') return attempts;
  const text = signedBytes(provider, plain, session.options.signedText);
  const encode = (key: string) => new TextEncoder().encode(key);
  const keys = [
    ['an empty secret', new Uint8Array()],
    ['the secret "undefined"', encode('undefined')],
    ['the secret "null"', encode('null')],
    ...['undefined', 'null'].flatMap((word) => {
      try {
        return [[`the secret "${word}", decoded`, decodeSecret(word, scheme.secret)] as const];
      } catch {
        return []; // no secret of this encoding is spelled like that
      }
    }),
  ] as const;
  for (const [name, key] of keys) {
    const signature = write(scheme, await hmacOf(scheme.hash, key, text));
    attempts[`signed with ${name}`] = { ...plain, headers: { ...plain.headers, [scheme.header]: signature } };
  }
  return attempts;
}
