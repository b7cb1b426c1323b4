import { rowsOf, type Provider } from '../define/index.ts';
import { variantOf, withValueAt, type FixtureFile } from '../fixture/index.ts';
import type { Examination } from './examination.ts';
import { gainOf } from './gains.ts';

/** One way in which effects may show an amount. */
type Notation = (amount: number) => string;

/** The decimal digits of an amount with the point moved two places to the right. */
const inMinorUnits: Notation = (amount) => {
  const [whole, part = ''] = String(amount).split('.') as [string, string?];
  return (
    (whole + part.padEnd(2, '0').slice(0, 2)).replace(/^0+(?=\d)/, '') + (part.length > 2 ? `.${part.slice(2)}` : '')
  );
};

/** As it came, with two decimals, and in units of which a hundred make one. */
const notations: readonly Notation[] = [
  String,
  (amount) => (Number.isInteger(amount) ? `${amount}.00` : String(amount).replace(/\.(\d)$/, '.$10')),
  inMinorUnits,
];

/** What any receiver must be able to hold, told apart from all else in the effects. */
const ordinary = [1234, 4321];

/** Why amounts cannot be examined, or `undefined` where they can. */
export function lacksAmounts(provider: Provider): string | undefined {
  const has = rowsOf(provider).some(([, { object }]) => object.shapes.some(({ amount }) => amount !== undefined));
  return has ? undefined : 'no object of this version carries an amount';
}

/** Where an examined event holds its amount, and whether that may have decimals. */
export interface AmountPlace {
  readonly fixture: FixtureFile;
  readonly path: readonly string[];
  /** Whether the provider prints an amount with decimals there. */
  readonly hasDecimals: boolean;
}

/** The amount of one event of each object, in each of its shapes that has one. */
export function amountPlaces({ provider, fixtures, oneForEachObject }: Examination): AmountPlace[] {
  const events = new Set(oneForEachObject.map(({ event }) => event));
  return fixtures.flatMap((fixture) => {
    const { kind, form } = variantOf(provider, fixture.event, fixture.variant);
    const { amount, example } = form.shape;
    if (!events.has(fixture.event) || (kind !== 'typical' && kind !== 'form') || amount === undefined) return [];
    const hasDecimals = !Number.isInteger((example as { readonly [Field: string]: unknown })[amount]);
    return [{ fixture, path: [...form.envelope.paths.object, amount], hasDecimals }];
  });
}

/** Finds fault unless each amount is acknowledged, and shown as it came where the probe shows amounts at all. */
export async function expectExact(
  examination: Examination,
  { fixture, path }: AmountPlace,
  amounts: readonly number[],
): Promise<void> {
  const plain = await examination.plainAnswer(fixture);
  if (plain === undefined) return;
  const eventOf = (amount: number) => withValueAt(examination.freshObject(fixture), path, amount);
  const shown = examination.has('effects') ? await notationsShown(examination, ordinary.map(eventOf)) : [];
  const events = amounts.map(eventOf);
  examination.signAhead(events);
  for (const [index, amount] of amounts.entries()) {
    const attempt = await examination.sign(events[index]!);
    const name = `an amount of ${amount}`;
    if (shown.length === 0) {
      await examination.expectAcknowledged(fixture, name, attempt, plain);
      continue;
    }
    const { answer, values } = await gainOf(examination, attempt);
    examination.judged(fixture);
    if (!examination.isAcknowledgement(answer) && answer.status !== plain.status)
      examination.find(fixture, name, attempt, {
        expected: examination.acknowledgement,
        actual: answer.text,
        answer,
      });
    else if (!shown.some((notation) => isShown(values, notation(amount))))
      examination.find(fixture, name, attempt, {
        expected: `effects that show ${shown.map((notation) => notation(amount)).join(' or ')}`,
        actual: numbersIn(values) || 'effects without a number',
        answer,
      });
  }
}

/** The notations in which the receiver shows amounts that any can hold, each in one of the events; none where it shows none. */
async function notationsShown(examination: Examination, events: readonly object[]): Promise<readonly Notation[]> {
  examination.signAhead(events);
  let shown = notations;
  for (const [index, amount] of ordinary.entries()) {
    const { values } = await gainOf(examination, await examination.sign(events[index]!));
    shown = shown.filter((notation) => isShown(values, notation(amount)));
  }
  return shown;
}

/** Whether a number, or a text that holds it, is anywhere in what was gained. */
function isShown(values: readonly unknown[], digits: string): boolean {
  const wanted = new RegExp(`(?<![\\d.])${digits.replace('.', String.raw`\.`)}(?![\\d]|\\.\\d)`);
  return leaves(values).some((leaf) =>
    typeof leaf === 'number' ? leaf === Number(digits) : typeof leaf === 'string' && wanted.test(leaf),
  );
}

/** The first numbers among what was gained. */
function numbersIn(values: readonly unknown[]): string {
  const numbers = leaves(values).filter((leaf) => typeof leaf === 'number');
  return numbers.length === 0 ? '' : `effects that show ${[...new Set(numbers)].slice(0, 5).join(', ')}`;
}

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}
