import { ahead } from '../ahead.ts';
import type { Check } from '../check.ts';
import { gainOf, gainText, namesOf, usualGain } from '../gains.ts';
import { rewritten, signText } from '../text.ts';

const escape = (character: string, code = character.charCodeAt(0).toString(16).padStart(4, '0')) => `\\u${code}`;
/** A JSON text with `write` in place of each character that has no escape yet. */
const each = (token: string, write: (character: string) => string) =>
  token.replaceAll(/\\u[0-9a-f]{4}|\\.|[^"\\]/g, (character) => (character.length > 1 ? character : write(character)));

/** Other spellings of the same JSON, by name. */
const spellings: { readonly [Name: string]: (event: object) => string } = {
  'with white space around every token': (event) => rewritten(event, { mark: (token) => ` ${token}\r\n\t` }),
  'between blank lines': (event) => `\r\n \n${JSON.stringify(event)}\n\n`,
  'with its keys in another order': (event) => JSON.stringify(turned(event)),
  'with every character of its keys and texts escaped': (event) =>
    rewritten(event, { string: (token) => each(token, (character) => escape(character)) }),
  'with escapes in capital digits': (event) =>
    rewritten(event, {
      string: (token) =>
        each(token, (character) =>
          escape(character, character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')),
        ),
    }),
  'with escaped slashes': (event) => rewritten(event, { string: (token) => token.replaceAll('/', String.raw`\/`) }),
};

export const readsAnySpellingOfJson: Check = {
  id: 'reads-any-spelling-of-json',
  group: 'payloads',
  level: 'MUST',
  title: 'Reads an event however its JSON is spelled: in any order of keys, with any white space and any escapes',
  source: 'RFC 8259; https://docs.stripe.com/upgrades',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      const usual = examination.has('effects') ? await usualGain(examination, fixture) : undefined;
      const spelled = ahead(examination, Object.entries(spellings), async ([name, spell]) => {
        const event = examination.freshObject(fixture);
        const text = spell(event);
        const attempt = text === JSON.stringify(event) ? undefined : await signText(examination, event, text);
        return { name, event, attempt };
      });
      for await (const { name, event, attempt } of spelled) {
        if (attempt === undefined) continue;
        if (usual === undefined) {
          await examination.expectAcknowledged(fixture, `written ${name}`, attempt, plain);
          continue;
        }
        const gain = await gainOf(examination, attempt);
        examination.judged(fixture);
        const { answer } = gain;
        const isAcknowledged = examination.isAcknowledgement(answer) || answer.status === plain.status;
        if (!isAcknowledged) {
          const expected = examination.acknowledgement;
          examination.find(fixture, `written ${name}`, attempt, { expected, actual: answer.text, answer });
        } else if (gainText(gain, namesOf(examination.provider, fixture, event)) !== usual) {
          examination.find(fixture, `written ${name}`, attempt, {
            expected: 'the effects of the same event in its usual spelling',
            actual: gain.values.length === 0 ? 'no effect' : 'other effects',
            answer,
          });
        }
      }
    }
  },
};

/** The same value with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, field]) => [key, turned(field)] as const);
  const half = Math.ceil(entries.length / 2);
  return Object.fromEntries([...entries.slice(half), ...entries.slice(0, half)]);
}
