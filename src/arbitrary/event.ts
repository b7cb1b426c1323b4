import * as fc from 'fast-check';
import {
  eventSchema,
  formsOf,
  isValidEvent,
  rowOf,
  rowsOf,
  type EventForm,
  type EventOf,
  type EventType,
  type Provider,
} from '../define/index.ts';
import { agreementOf } from './agreement.ts';
import { compile } from './compile.ts';
import type { Node } from './node.ts';
import { NodeArbitrary } from './node-arbitrary.ts';
import { simplestEvent } from './simplest.ts';

/** One event type in one form, and how its events are drawn. */
export interface Branch {
  readonly type: string;
  readonly form: EventForm;
  readonly arbitrary: NodeArbitrary<object>;
}

const branches = new WeakMap<Provider, Map<string, Branch[]>>();

/** The branches of one event type, or of all; each is compiled once. */
export function branchesOf(provider: Provider, type?: string): Branch[] {
  if (type === undefined) return rowsOf(provider).flatMap(([each]) => branchesOf(provider, each));
  rowOf(provider, type);
  let known = branches.get(provider);
  if (known === undefined) branches.set(provider, (known = new Map()));
  let made = known.get(type);
  if (made === undefined)
    known.set(type, (made = formsOf(provider, type).map((form) => branchOf(provider, type, form))));
  return made;
}

function branchOf(provider: Provider, type: string, form: EventForm): Branch {
  const schema = eventSchema(provider, type, form);
  const { overrides, settling } = agreementOf(form, schema);
  const node = compile(schema, overrides) as Node<object>;
  const isValid = (value: unknown) => isValidEvent(provider, type, value, form);
  const target = simplestEvent(provider, type, form);
  return { type, form, arbitrary: new NodeArbitrary(node, isValid, target, settling) };
}

/**
 * Draws the events of one type, or of every type: each optional field there and not, each alternative, shape and
 * envelope. Ids are of one mode, times in order. Shrinks towards the minimal fixture; recorded events passed as
 * examples shrink like drawn ones.
 *
 * Throws `UNKNOWN_EVENT`.
 *
 * @example
 * import fc from 'fast-check';
 * import { eventArbitrary } from 'hookproof/arbitrary';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * fc.assert(
 *   fc.property(eventArbitrary(smartpay, 'order.authorized'), (event) => event.eventData.data.amount >= 0),
 * );
 */
export function eventArbitrary<P extends Provider, const Type extends EventType<P> = EventType<P>>(
  provider: P,
  type?: Type,
): fc.Arbitrary<EventOf<P, Type>> {
  const [first, ...others] = branchesOf(provider, type).map(({ arbitrary }) => arbitrary);
  const drawn = others.length === 0 ? first! : fc.oneof(first!, ...others);
  // The rows of the provider are what `EventOf` is made of.
  return drawn as unknown as fc.Arbitrary<EventOf<P, Type>>;
}
