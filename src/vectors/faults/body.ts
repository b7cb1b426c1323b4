import { rowsOf, valueAt } from '../../define/index.ts';
import { buildEvent, variantOf, withValueAt } from '../../fixture/index.ts';
import { wrong, type Fault, type Faults } from '../fault.ts';
import { escapeAll } from '../spelling.ts';
import { withBody, type Subject } from '../subject.ts';

/** The body was changed after it was signed. */
export const bodyFaults: Faults = async (subject) => {
  const { provider, event, json, type } = subject;
  const { id: idPath, type: typePath } = provider.envelope.paths;
  const id = String(valueAt(event, idPath));
  const otherId = id.slice(0, -1) + (id.endsWith('1') ? '2' : '1');
  const other = rowsOf(provider).find(([name]) => name !== type)![0];
  const otherEvent = buildEvent(provider, other, variantOf(provider, other, 'minimal'));
  const changed = (name: string, says: string, to: object | string) =>
    wrong(`body-${name}`, says, withBody(subject, to));
  const escaped = escapeAll(json);
  const decomposed = json.normalize('NFD');
  const reversed = Object.fromEntries(Object.entries(event).toReversed());
  return [
    changed('other-id', 'the id of the event is changed', withValueAt(event, idPath, otherId)),
    changed('other-type', 'the type of the event is changed', withValueAt(event, typePath, other)),
    changed('other-event', 'another event stands in its place', otherEvent),
    changed('with-field', 'a field is added', { ...event, added: 1 }),
    changed('with-space', 'a space is added at the end', `${json} `),
    changed('with-newline', 'a newline is added at the end', `${json}\n`),
    changed('with-mark', 'a byte order mark is put in front', `\uFEFF${json}`),
    changed('cut', 'the last byte is missing', json.slice(0, -1)),
    changed('empty-object', 'an empty object stands in its place', '{}'),
    changed('pretty', 'it is parsed, and written again with line breaks', JSON.stringify(event, null, 2)),
    changed('reordered', 'it is parsed, and written again with its keys in another order', reversed),
    ...(escaped === json ? [] : [changed('escaped', String.raw`what is not ASCII is written as \u escapes`, escaped)]),
    ...(decomposed === json ? [] : [changed('decomposed', 'the text is in normal form D', decomposed)]),
    ...(provider.delivery.encoding.value.kind === 'form'
      ? formFaults(subject, provider.delivery.encoding.value.field)
      : [changed('empty', 'the body is empty', '')]),
  ];
};

/** What only a form can have. */
function formFaults({ attempt }: Subject, field: string): Fault[] {
  const text = new TextDecoder().decode(attempt.body);
  const lower = text.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
  const posted = (id: string, says: string, body: string) => ({
    id: `body-${id}`,
    says,
    attempt: { ...attempt, body: new TextEncoder().encode(body) },
  });
  const unreadable = { reasons: ['body-not-decodable', 'signature-wrong'] as const };
  const sameJson = {
    reasons: [],
    verdict: 'undecided' as const,
    note: 'it is an ASSUMPTION that the decoded JSON is signed, which is the same: should the provider sign the raw body, this is invalid',
  };
  return [
    { ...posted('empty', 'the body is empty', ''), ...unreadable },
    { ...posted('other-field', 'the field has another name', text.replace(field, 'payload')), ...unreadable },
    { ...posted('bad-escape', 'a percent sign stands alone at the end', `${text}%`), ...unreadable },
    {
      ...posted('bare-json', 'the JSON is posted without the form', decodeURIComponent(text.slice(field.length + 1))),
      ...unreadable,
    },
    { ...posted('lowercase-escapes', 'the percent escapes are in lower case', lower), ...sameJson },
    { ...posted('second-field', 'the form has a second field', `${text}&added=1`), ...sameJson },
  ];
}
