import { rowsOf, type Provider } from '../define/index.ts';
import type { Attempt } from '../delivery/index.ts';
import { escapeAll } from './spelling.ts';
import { spoiltTypes, subjectOf } from './subject.ts';

/** A delivery that is the provider's. */
export interface Proper {
  readonly id: string;
  readonly says: string;
  readonly attempt: Attempt;
  /** The time that was signed, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** Deliveries that are the provider's: each event type, and JSON in every spelling that a parser and writer would change. */
export async function properDeliveries(provider: Provider): Promise<Proper[]> {
  const plain = rowsOf(provider).map(async ([type]) => {
    const { attempt, at } = await subjectOf(provider, type, 'minimal');
    return { id: type, says: `the minimal ${type}`, attempt, at };
  });
  const spoken = await subjectOf(provider, spoiltTypes(provider)[1], 'typical');
  const spelled = Object.entries(spellings).map(async ([id, { says, write }]) => {
    const attempt = await spoken.sign(write(spoken.event));
    return { id: `spelling-${id}`, says, attempt, at: spoken.at };
  });
  return Promise.all([...plain, ...spelled]);
}

/** JSON that a receiver which parses it and writes it again would verify wrongly. */
const spellings: {
  readonly [Id: string]: { readonly says: string; readonly write: (event: object) => string };
} = {
  plain: { says: 'text that is not ASCII', write: (event) => JSON.stringify(event) },
  escaped: {
    says: String.raw`what is not ASCII is written as \u escapes`,
    write: (event) => escapeAll(JSON.stringify(event)),
  },
  pretty: { says: 'JSON with line breaks', write: (event) => JSON.stringify(event, null, 2) },
  windows: {
    says: 'JSON with Windows line breaks, and one at its end',
    write: (event) => `${JSON.stringify(event, null, 2)}\n`.replaceAll('\n', '\r\n'),
  },
  surrounded: { says: 'spaces around the JSON', write: (event) => `  ${JSON.stringify(event)}  ` },
  slashes: { says: 'escaped slashes', write: (event) => withMore(event, '"a/b"').replaceAll('/', '\\/') },
  numbers: {
    says: 'numbers that a parser and writer would spell otherwise',
    write: (event) => withMore(event, '[1.0,1e3,12345678901234567890,-0]'),
  },
  twice: { says: 'one key twice', write: (event) => withMore(event, '1,"added":2') },
  'unknown-field': { says: 'a field that is not documented', write: (event) => withMore(event, '{"is":null}') },
  signs: {
    says: 'characters that forms and URLs give a meaning to',
    write: (event) => withMore(event, '"a+b c&d=e%20f#?;"'),
  },
  'beyond-plane': { says: 'characters beyond the basic plane', write: (event) => withMore(event, '"🧾 📦"') },
};

/** The event's JSON with one field more, written as it is given. */
function withMore(event: object, added: string): string {
  return JSON.stringify(event).replace(/\}$/, () => `,"added":${added}}`);
}
