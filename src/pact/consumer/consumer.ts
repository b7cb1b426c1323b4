import { nameOf, rowOf, type EventOf, type EventType, type Provider } from '../../define/index.ts';
import { describes, fieldsOf, pathOf, pathText, type FieldPath } from '../../diff/index.ts';
import { HookproofError } from '../../errors.ts';
import { fixture } from '../../fixture/index.ts';
import { messageInteraction, pactOf, type MessageInteraction, type Pact } from '../file.ts';
import { holds, pathsIn, project } from '../reads/values.ts';
import { exactly, readExpected, type Expected } from './matching.ts';
import { addInteraction, writePact } from './write.ts';

/** A consumer's expectations of a provider's events, as its tests state them. */
export interface Consumer<P extends Provider> {
  /** Begins to expect an event of one type. Throws `UNKNOWN_EVENT`. */
  readonly expects: <const Type extends EventType<P>>(type: Type) => Expectation<P, Type>;
  /** Every expectation whose handler has done its work. */
  readonly pact: () => Pact;
  /**
   * Writes them into `<folder>/<consumer>-<provider>.json`, together with those that other test files have written: as
   * many processes at once as there are. Call it once, when the tests of a file are done. Throws `PACT_CONFLICT` where
   * one of another content is there, and `PACT_LOCKED`. Returns the file's path.
   */
  readonly write: (folder: string) => Promise<string>;
}

/** An expected event, stated bit by bit. Each call returns a new one. */
export interface Expectation<P extends Provider, Type extends EventType<P>> {
  /** Says what is expected, where the event type does not: `an order that was paid by a token`. */
  readonly named: (description: string) => Expectation<P, Type>;
  /** Expects one fixture variant alone, such as `soft-decline`. */
  readonly inVariant: (variant: string) => Expectation<P, Type>;
  /** Expects fields, by the type of each example or by a rule of its own. Throws `CONTRACT_BROKEN` for an unknown one. */
  readonly with: (expected: Expected<EventOf<P, Type>>) => Expectation<P, Type>;
  /** Expects fields by the type that they have in the fixture: `data.amount`. Throws `CONTRACT_BROKEN` for an unknown one. */
  readonly reading: (...paths: readonly string[]) => Expectation<P, Type>;
  /**
   * Runs the handler on an event of what is expected and nothing else, so that it shows what it needs. Returns what it
   * returns. What it throws is thrown, and then nothing is expected.
   */
  readonly handledBy: <Result>(handler: (event: EventOf<P, Type>) => Result | Promise<Result>) => Promise<Result>;
}

/**
 * A consumer whose expectations become a pact. It needs no test runner, and writes no file until it is told.
 *
 * @example
 * import { consumerOf, integer } from 'hookproof/pact';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const shop = consumerOf('shop', smartpay);
 * const paid = await shop
 *   .expects('payment.created')
 *   .with({ eventData: { data: { order: 'order_test_1', amount: integer(1000) } } })
 *   .handledBy(({ eventData: { data } }) => ({ order: data.order, amount: data.amount }));
 * assert.deepEqual(paid, { order: 'order_test_1', amount: 1000 });
 * assert.equal(shop.pact().interactions.length, 1);
 */
export function consumerOf<P extends Provider>(name: string, provider: P): Consumer<P> {
  const interactions = new Map<string, MessageInteraction>();
  return {
    expects: (type) =>
      expectation(provider, { type, expected: [] }, (each) => addInteraction(interactions, each, name)),
    pact: () => pactOf(name, provider.name, [...interactions.values()]),
    write: (folder) => writePact(pactOf(name, provider.name, [...interactions.values()]), folder),
  };
}

/** What has been stated of an expected event. */
interface Stated {
  readonly type: string;
  readonly description?: string;
  readonly variant?: string;
  /** Parts of the event, later ones over earlier ones. */
  readonly expected: readonly object[];
}

function expectation<P extends Provider, Type extends EventType<P>>(
  provider: P,
  stated: Stated,
  add: (interaction: MessageInteraction) => void,
): Expectation<P, Type> {
  rowOf(provider, stated.type);
  const next = (more: Partial<Stated>) => expectation<P, Type>(provider, { ...stated, ...more }, add);
  const expecting = (part: object) => next({ expected: [...stated.expected, part] });
  return {
    named: (description) => next({ description }),
    inVariant: (variant) => next({ variant }),
    with: (expected) => {
      const part = expected as object;
      for (const path of pathsIn(readExpected(part).content)) assertKnown(provider, stated.type, path);
      return expecting(part);
    },
    reading: (...paths) => {
      const wanted = paths.map(pathOf);
      for (const path of wanted) assertKnown(provider, stated.type, path);
      return expecting(fromFixture(provider, stated, wanted));
    },
    handledBy: async (handler) => {
      const interaction = interactionOf(provider, stated);
      // What is expected is a part of the event: the handler shows that it needs no more.
      const result = await handler(structuredClone(interaction.contents.content) as EventOf<P, Type>);
      add(interaction);
      return result;
    },
  };
}

function interactionOf(
  provider: Provider,
  { type, description = type, variant, expected }: Stated,
): MessageInteraction {
  const { type: typePath } = provider.envelope.paths;
  const whole = [
    typePath.reduceRight<unknown>((inner, key) => ({ [key]: inner }), exactly(type)),
    ...expected,
  ].reduce<unknown>(laidOver, {});
  const { content, rules } = readExpected(whole);
  const params = { event: type, ...(variant === undefined ? {} : { variant }) };
  return messageInteraction(description, { name: type, params }, content, rules);
}

/** The fields of a fixture that has every one of them. */
function fromFixture(provider: Provider, { type, variant }: Stated, paths: readonly FieldPath[]): object {
  const variants = variant === undefined ? ['typical', 'maximal'] : [variant];
  const events = variants.map((name) => fixture<Provider, never>(provider, type as never, { variant: name }) as object);
  const found = events.find((event) => paths.every((path) => holds(event, path)));
  return project(found ?? events[0]!, paths) as object;
}

function assertKnown(provider: Provider, type: string, path: FieldPath): void {
  if (describes(fieldsOf(provider, type), path)) return;
  throw new HookproofError(
    'CONTRACT_BROKEN',
    `Cannot expect "${pathText(path)}": no ${type} of ${nameOf(provider)} has it`,
  );
}

/** One part of an expectation over another: objects field by field, all else whole. */
function laidOver(below: unknown, above: unknown): unknown {
  if (!isPlain(below) || !isPlain(above)) return above;
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  return Object.fromEntries(
    keys.map((key) => [key, Object.hasOwn(above, key) ? laidOver(below[key], above[key]) : below[key]]),
  );
}

function isPlain(value: unknown): value is { readonly [Key: string]: unknown } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
