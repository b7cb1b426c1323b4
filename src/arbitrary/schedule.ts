import type { Provider } from '../define/index.ts';

/** One event of a history, once. */
export interface Happening {
  readonly type: string;
  /** The id of the object it is about. */
  readonly object: string;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  readonly event: object;
  /** Which of the history's objects it is about, and which turn of that object's story it is. */
  readonly plot: number;
  readonly turn: number;
}

/** One attempt to deliver an event. */
export interface ScheduledDelivery extends Happening {
  /** When it is sent, in milliseconds since the Unix epoch. */
  readonly at: number;
  /** 1 for the first, and one more for each retry. */
  readonly attempt: number;
  readonly reason: 'first' | 'retry' | 'duplicate';
  /** Whether the provider gets no acknowledgement, whatever the receiver does: the answer is lost on its way. */
  readonly fails: boolean;
  /** Whether it is sent before the one before it is answered. */
  readonly concurrent: boolean;
}

/** One thing that goes another way than the simplest, with the first delivery of one turn of one object's story. */
export interface Trouble {
  readonly kind: 'duplicate' | 'overtake' | 'join' | 'fail';
  readonly plot: number;
  readonly turn: number;
  /** How many deliveries come in between. */
  readonly by: number;
}

/** Seconds before the first retry, for a provider of which no source says. */
const unknownRetry = 60;

/** Sends happenings one after the other, and lets the troubles happen. */
export function scheduled(
  provider: Provider,
  happenings: readonly Happening[],
  troubles: readonly Trouble[],
): ScheduledDelivery[] {
  const plain = happenings.map((happening): ScheduledDelivery => ({
    ...happening,
    at: happening.time,
    attempt: 1,
    reason: 'first',
    fails: false,
    concurrent: false,
  }));
  const troubled = troubles.reduce<readonly ScheduledDelivery[]>(
    (deliveries, trouble) => withTrouble(provider, deliveries, trouble),
    plain,
  );
  return inTime(troubled);
}

function withTrouble(
  provider: Provider,
  deliveries: readonly ScheduledDelivery[],
  { kind, plot, turn, by }: Trouble,
): readonly ScheduledDelivery[] {
  const index = deliveries.findIndex((each) => each.plot === plot && each.turn === turn);
  const delivery = deliveries[index];
  if (delivery === undefined) return deliveries;
  const later = Math.min(deliveries.length, index + 1 + by);
  switch (kind) {
    case 'duplicate': {
      return deliveries.toSpliced(later, 0, { ...delivery, reason: 'duplicate', fails: false, concurrent: false });
    }
    case 'overtake': {
      return deliveries.toSpliced(index, 1).toSpliced(later - 1, 0, delivery);
    }
    case 'join': {
      // Any delivery of the turn, so that a duplicate may come at once with the first.
      const all = deliveries.flatMap((each, place) => (each.plot === plot && each.turn === turn ? [place] : []));
      const place = all[by % all.length]!;
      return deliveries.with(place, { ...deliveries[place]!, concurrent: place > 0 });
    }
    case 'fail': {
      if (delivery.fails) return deliveries;
      const wait = provider.delivery.retries.value?.[delivery.attempt - 1] ?? unknownRetry;
      const retry: ScheduledDelivery = {
        ...delivery,
        at: delivery.at + wait * 1000,
        attempt: delivery.attempt + 1,
        reason: 'retry',
        concurrent: false,
      };
      return deliveries.with(index, { ...delivery, fails: true }).toSpliced(later, 0, retry);
    }
  }
}

/** The deliveries, none sent before the one before it. */
function inTime(deliveries: readonly ScheduledDelivery[]): ScheduledDelivery[] {
  let clock = 0;
  return deliveries.map((delivery) => {
    clock = Math.max(clock, delivery.at);
    return { ...delivery, at: clock };
  });
}
