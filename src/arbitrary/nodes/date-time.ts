import type { Format } from '../constraints.ts';
import type { Node } from '../node.ts';
import type { Random } from '../random.ts';

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const minutes = Array.from(
  { length: 1440 },
  (_, minute) => `${twoDigits[Math.floor(minute / 60)]!}:${twoDigits[minute % 60]!}`,
);
const firstDay = Date.UTC(2000, 0, 1);
const days = 13_514;
const edges = [
  '2000-02-29T23:59:59',
  '2016-12-31T23:59:59',
  '2038-01-19T03:14:07',
  '1970-01-01T00:00:00',
  '2024-12-31T23:59:59',
];

/** Days as texts, made once they are wanted. */
let texts: string[] | undefined;
const dayTexts = () =>
  (texts ??= Array.from({ length: days }, (_, index) =>
    new Date(firstDay + index * 86_400_000).toISOString().slice(0, 10),
  ));

/** ISO 8601 dates. */
export function dateNode(): Node<string> {
  return plain(dayTexts()[0]!, (random) => (random.edge() ? random.pick(edges).slice(0, 10) : random.pick(dayTexts())));
}

/** ISO 8601 times of day. */
export function timeNode(format: Format): Node<string> {
  return plain(`00:00${secondsOf(format, '00', '0'.repeat(digitsOf(format)))}`, (random) => clock(format, random));
}

/** ISO 8601 dates with times. */
export function dateTimeNode(format: Format): Node<string> {
  const zones = [
    'Z',
    ...(format['offset'] === true ? ['+09:00', '-05:30', '+00:00'] : []),
    ...(format['local'] === true ? [''] : []),
  ];
  const simplest = `2000-01-01T00:00${secondsOf(format, '00', '0'.repeat(digitsOf(format)))}Z`;
  return plain(simplest, (random) => {
    const zone = zones.length === 1 ? 'Z' : random.pick(zones);
    if (!random.edge()) return `${random.pick(dayTexts())}T${clock(format, random)}${zone}`;
    return `${random.pick(edges).slice(0, 16)}${secondsOf(format, '59', '9'.repeat(digitsOf(format)))}${zone}`;
  });
}

function clock(format: Format, random: Random): string {
  const precision = precisionOf(format);
  const digits = precision ?? (random.chance(0.3) ? 3 : 0);
  const fraction = digits > 0 ? String(random.below(10 ** Math.min(digits, 9))).padStart(digits, '0') : '';
  return random.pick(minutes) + secondsOf(format, twoDigits[random.below(60)]!, fraction);
}

/** `:59`, `:59.999`, or nothing where the format is to the minute. */
function secondsOf(format: Format, seconds: string, fraction: string): string {
  return precisionOf(format) === -1 ? '' : `:${seconds}${fraction === '' ? '' : `.${fraction}`}`;
}

/** How many digits a second's fraction has at least. */
function digitsOf(format: Format): number {
  return Math.max(0, precisionOf(format) ?? 0);
}

function precisionOf(format: Format): number | undefined {
  const precision = format['precision'];
  return typeof precision === 'number' ? precision : undefined;
}

function plain(simplest: string, draw: (random: Random) => string): Node<string> {
  return {
    draw,
    simplest: () => simplest,
    *shrink(value, target) {
      const end = target ?? simplest;
      if (value !== end) yield end;
    },
  };
}
