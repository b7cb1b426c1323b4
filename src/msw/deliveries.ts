/** One try of a delivery, and what came of it. */
export interface DeliveryAttempt {
  /** When it was signed, in milliseconds since the Unix epoch. */
  readonly at: number;
  /** `lost` was never sent, on demand; `failed` got no answer; `blocked` was not sent, since the receiver is not this machine. */
  readonly outcome: 'acknowledged' | 'refused' | 'failed' | 'lost' | 'blocked';
  readonly answer?: { readonly status: number; readonly body: string };
  readonly error?: string;
}

/** One event on its way to one endpoint. */
export interface BoxDelivery {
  /** The event's id. */
  readonly id: string;
  readonly type: string;
  readonly endpoint: string;
  readonly url: string;
  readonly event: object;
  readonly attempts: readonly DeliveryAttempt[];
  /** `exhausted` was not acknowledged, and no retry is left. */
  readonly state: 'pending' | 'acknowledged' | 'exhausted';
}

/** The latest deliveries, the oldest dropped beyond a limit. */
export class DeliveryRing {
  readonly #limit: number;
  #deliveries = new Map<number, BoxDelivery>();
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(delivery: BoxDelivery): number {
    this.#deliveries.set(++this.#count, delivery);
    if (this.#deliveries.size > this.#limit) this.#deliveries.delete(this.#deliveries.keys().next().value!);
    return this.#count;
  }

  /** Writes down an attempt; nothing where the delivery has been dropped. */
  attempted(place: number, attempt: DeliveryAttempt, state: BoxDelivery['state']): void {
    const delivery = this.#deliveries.get(place);
    if (delivery === undefined) return;
    // What was acknowledged once stays so, whatever a duplicate brings.
    const kept = delivery.state === 'acknowledged' ? 'acknowledged' : state;
    this.#deliveries.set(place, { ...delivery, attempts: [...delivery.attempts, attempt], state: kept });
  }

  list(): BoxDelivery[] {
    return [...this.#deliveries.values()];
  }

  clear(): void {
    this.#deliveries = new Map();
  }
}
