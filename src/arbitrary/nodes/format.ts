import type { Format } from '../constraints.ts';
import type { Node } from '../node.ts';
import type { Random } from '../random.ts';
import { charactersNode } from './characters.ts';
import { dateNode, dateTimeNode, timeNode } from './date-time.ts';
import { mapNode } from './map.ts';
import { regexNode } from './regex.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const hex = `${digits}abcdef`;
const base64Characters = `${lower.toUpperCase()}${lower}${digits}+/`;
const name = charactersNode(lower + digits, 1, 12);
const draw = (alphabet: string, length: number, random: Random) =>
  charactersNode(alphabet, length, length).draw(random);

/** Whether all that is drawn for a format is of it: neither a pattern nor a name of the caller's own may refuse it. */
export function isAsNamed({ format, hostname, protocol }: Format): boolean {
  return ['date', 'datetime', 'time'].includes(format) || (format === 'url' && (hostname ?? protocol) === undefined);
}

/** The string formats that need a generator of their own: their patterns are absent, or laxer than what zod checks. */
export const formats: { readonly [Format: string]: (format: Format) => Node<string> } = {
  datetime: dateTimeNode,
  date: dateNode,
  time: timeNode,
  duration: () => simple('P1D', (random) => `P${random.below(30)}DT${random.below(24)}H${random.below(60)}M`),
  email: () => mapNode(name, (text) => `${text}@example.com`, before('@example.com')),
  url: ({ protocol, hostname }) => {
    const start = `${fitting(protocol, ['https', 'http', 'ftp'])}://${fitting(hostname, ['example.com', 'localhost'])}/`;
    return mapNode(
      name,
      (text) => start + text,
      (url) => (url.startsWith(start) ? url.slice(start.length) : undefined),
    );
  },
  ipv4: () => simple('0.0.0.0', (random) => Array.from({ length: 4 }, () => random.below(256)).join('.')),
  ipv6: () => simple('::1', (random) => Array.from({ length: 8 }, () => draw(hex, 4, random)).join(':')),
  cidrv6: () =>
    simple(
      '::/0',
      (random) => `${Array.from({ length: 8 }, () => draw(hex, 4, random)).join(':')}/${random.below(129)}`,
    ),
  uuid: ({ version }) => {
    const digit = typeof version === 'string' ? version.slice(1) : '4';
    return simple(`00000000-0000-${digit}000-8000-000000000000`, (random) =>
      [
        draw(hex, 8, random),
        draw(hex, 4, random),
        digit + draw(hex, 3, random),
        random.pick(['8', '9', 'a', 'b']) + draw(hex, 3, random),
        draw(hex, 12, random),
      ].join('-'),
    );
  },
  base64: () => simple('', (random) => draw(base64Characters, 4 * random.below(6), random)),
  base64url: () => simple('', (random) => draw(`${lower}${digits}-_`, 4 * random.below(6), random)),
  jwt: ({ alg }) => {
    const header = btoa(JSON.stringify({ typ: 'JWT', alg: alg ?? 'HS256' })).replaceAll('=', '');
    return simple(`${header}.e30.AAAA`, (random) => `${header}.e30.${draw(lower, 20, random)}`);
  },
  emoji: () =>
    simple('🙂', (random) =>
      Array.from({ length: 1 + random.below(3) }, () => random.pick(['🙂', '🎉', '👍', '🚚'])).join(''),
    ),
  hostname: () => mapNode(name, (text) => `${text}.example.com`, before('.example.com')),
  credit_card: () => simple('4242424242424242', (random) => withLuhnDigit(`4${draw(digits, 14, random)}`)),
  iban: () =>
    simple('GB82WEST12345698765432', (random) =>
      withIbanDigits('GB', draw(lower.toUpperCase(), 4, random) + draw(digits, 14, random)),
    ),
  lowercase: () => charactersNode(`${lower}${digits} -`, 0, 12),
  uppercase: () => charactersNode(`${lower.toUpperCase()}${digits} -`, 0, 12),
};

function simple(simplest: string, draw: (random: Random) => string): Node<string> {
  return {
    draw,
    simplest: () => simplest,
    *shrink(value, target) {
      const end = target ?? simplest;
      if (value !== end) yield end;
    },
  };
}

/** The first word that matches, or else some text that does. */
function fitting(pattern: unknown, words: readonly [string, ...string[]]): string {
  if (!(pattern instanceof RegExp)) return words[0];
  return words.find((word) => pattern.test(word)) ?? regexNode(pattern)?.simplest() ?? words[0];
}

function before(end: string): (text: string) => string | undefined {
  return (text) => (text.endsWith(end) ? text.slice(0, -end.length) : undefined);
}

/** The number with the check digit that payment cards have. */
function withLuhnDigit(number: string): string {
  const sum = Array.from(number)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return number + ((10 - (sum % 10)) % 10);
}

/** The account number with the country and check digits of an IBAN. */
function withIbanDigits(country: string, account: string): string {
  const numbers = Array.from(`${account}${country}00`, (character) => parseInt(character, 36)).join('');
  const rest = Array.from(numbers).reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0);
  return country + String(98 - rest).padStart(2, '0') + account;
}
