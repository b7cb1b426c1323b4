import * as fc from 'fast-check';
import type { Lifecycle, Provider } from '../define/index.ts';
import { branchesOf } from './event.ts';
import { cast, tell, type Plot } from './plot.ts';
import { scheduled, type ScheduledDelivery, type Trouble } from './schedule.ts';
import { simplerScripts, type Script } from './script.ts';

/** The story of one or several objects, and how a provider might deliver it. */
export interface History {
  /** What is sent, in the order in which it is sent. */
  readonly deliveries: readonly ScheduledDelivery[];
  /** What happened, in the order in which it happened: each event once. */
  readonly events: readonly object[];
  /** The objects that it is about. */
  readonly objects: readonly { readonly name: string; readonly id: string }[];
}

/** How eventful a history may be. Each number is the most there is of its kind; 0 turns it off. */
export interface HistoryOptions {
  /** How many objects, or the names of the objects it may be about, in order; 3 of any kind when left out. */
  readonly objects?: number | readonly string[];
  /** Deliveries of an event that has come already; 3 when left out. */
  readonly duplicates?: number;
  /** Deliveries that are overtaken by others; 3 when left out. */
  readonly reorder?: number;
  /** Deliveries sent before the one before is answered; 2 when left out. */
  readonly concurrency?: number;
  /** Attempts that fail and are tried again; 2 when left out. */
  readonly failures?: number;
}

/**
 * Draws histories: events that may follow each other, of objects that refer to each other, with amounts, ids and
 * statuses that agree, delivered with duplicates, out of order, at once and after failures. Shrinks to the fewest
 * deliveries.
 *
 * @example
 * import assert from 'node:assert/strict';
 * import fc from 'fast-check';
 * import { historyArbitrary } from 'hookproof/arbitrary';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const histories = historyArbitrary(smartpay, { objects: ['order', 'payment', 'refund'], failures: 0 });
 * fc.assert(fc.property(histories, ({ deliveries, events }) => assert.ok(deliveries.length >= events.length)));
 */
export function historyArbitrary(provider: Provider, options: HistoryOptions = {}): fc.Arbitrary<History> {
  return new HistoryArbitrary(provider, options);
}

class HistoryArbitrary extends fc.Arbitrary<History> {
  readonly #provider: Provider;
  readonly #scripts: fc.Arbitrary<Script>;

  constructor(provider: Provider, options: HistoryOptions) {
    super();
    this.#provider = provider;
    this.#scripts = scriptArbitrary(provider, options);
  }

  generate(source: fc.Random, bias: number | undefined): fc.Value<History> {
    return this.#value(this.#scripts.generate(source, bias).value);
  }

  canShrinkWithoutContext(_value: unknown): _value is History {
    return false;
  }

  shrink(_history: History, script: unknown): fc.Stream<fc.Value<History>> {
    return fc.stream(this.#simpler(script as Script));
  }

  *#simpler(script: Script): IterableIterator<fc.Value<History>> {
    for (const simpler of simplerScripts(this.#provider, script)) yield this.#value(simpler);
  }

  /** Plays a script. It is kept as the context, since a history does not say what it was made from. */
  #value(script: Script): fc.Value<History> {
    const characters = cast(this.#provider, script.plots);
    const happenings = tell(this.#provider, script.plots, characters, script.salt);
    const history: History = {
      deliveries: scheduled(this.#provider, happenings, script.troubles),
      events: happenings.map(({ event }) => event),
      objects: characters.map(({ name, id }) => ({ name, id })),
    };
    return new fc.Value(history, script);
  }
}

/** Draws scripts. Nothing here is shrunk by fast-check: a script knows better how it may be made simpler. */
function scriptArbitrary(provider: Provider, options: HistoryOptions): fc.Arbitrary<Script> {
  const lifecycles = lifecyclesFor(provider, options.objects);
  const { duplicates = 3, reorder = 3, concurrency = 2, failures = 2 } = options;
  const most: readonly (readonly [Trouble['kind'], number])[] = [
    ['duplicate', duplicates],
    ['overtake', reorder],
    ['join', concurrency],
    ['fail', failures],
  ];
  const plots =
    typeof options.objects === 'object'
      ? fc
          .subarray([...lifecycles], { minLength: 1 })
          .chain((some) => fc.tuple(...some.map((each) => plotArbitrary(provider, each))))
      : fc.array(
          fc.constantFrom(...lifecycles).chain((each) => plotArbitrary(provider, each)),
          {
            minLength: 1,
            maxLength: Math.max(1, options.objects ?? 3),
          },
        );
  const troubles = fc.tuple(
    ...most.map(([kind, maxLength]) =>
      fc.array(fc.record({ kind: fc.constant(kind), plot: fc.nat(), turn: fc.nat(), by: fc.nat({ max: 7 }) }), {
        maxLength,
      }),
    ),
  );
  return fc.record({ plots, troubles, salt: fc.nat() }).map(({ plots, troubles, salt }) => ({
    plots,
    salt,
    troubles: troubles.flat().map(({ plot, turn, ...trouble }) => {
      const aimed = plot % plots.length;
      return { ...trouble, plot: aimed, turn: turn % plots[aimed]!.turns.length };
    }),
  }));
}

function plotArbitrary(provider: Provider, lifecycle: Lifecycle): fc.Arbitrary<Plot> {
  const branches = branchesOf(provider, lifecycle.first[0]).filter(
    ({ form }) => form.envelope.name === provider.envelope.name,
  );
  const turn = fc.record({ next: fc.nat({ max: 7 }), alternative: fc.nat({ max: 3 }), seconds: fc.nat({ max: 3600 }) });
  return fc.constantFrom(...branches).chain((branch) =>
    fc.record({
      lifecycle: fc.constant(lifecycle),
      branch: fc.constant(branch),
      base: branch.arbitrary,
      turns: fc.array(turn, { minLength: 1, maxLength: 6 }),
    }),
  );
}

function lifecyclesFor(provider: Provider, objects: HistoryOptions['objects']): readonly Lifecycle[] {
  if (objects === undefined || typeof objects === 'number') return provider.lifecycles;
  return objects.map((name) => {
    const found = provider.lifecycles.find(({ object }) => object === name);
    if (found !== undefined) return found;
    const known = provider.lifecycles.map(({ object }) => `"${object}"`).join(', ');
    throw new TypeError(`Cannot draw histories of "${name}": known objects are ${known}`);
  });
}
