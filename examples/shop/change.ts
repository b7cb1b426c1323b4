/** What an event says about one object, ready to be stored. */
export interface Change extends Place {
  readonly provider: 'smartpay' | 'useepay';
  /** Test objects live beside the real ones, under a key of their own. */
  readonly mode: 'live' | 'test';
  readonly eventId: string;
  readonly kind: Kind;
  readonly state: State;
}

export const kinds = [
  'orders',
  'payments',
  'refunds',
  'tokens',
  'coupons',
  'promotionCodes',
  'subscriptions',
  'invoices',
  'checkoutSessions',
  'disputes',
] as const;

export type Kind = (typeof kinds)[number];

/** The part of a provider's object that the shop acts on. */
export interface State {
  readonly id: string;
  readonly status: string | undefined;
  readonly amount?: number | string | undefined;
  readonly currency?: string | undefined;
  readonly reference?: string | undefined;
  readonly order?: string | undefined;
  readonly payment?: string | undefined;
  readonly subscription?: string | undefined;
  readonly customer?: string | undefined;
}

/**
 * How far along an object is. Deliveries arrive late, twice and in any order, so the shop never asks what came last: of two
 * changes to one object the one with the higher tier stands, then the later, then the one with the higher step.
 */
export interface Place {
  readonly tier: number;
  readonly time: number;
  readonly step: number;
}

/** An object's statuses from first to last: tiers that are never left backwards, each a list of statuses that may alternate. */
export type Stages = readonly (readonly string[])[];

/** The place of a status. A new one has no place, and what it means is for a person to say; none at all comes before every other. */
export function place(stages: Stages, status: string | undefined, time: number): Place | undefined {
  if (status === undefined) return { tier: -1, time, step: -1 };
  const tier = stages.findIndex((statuses) => statuses.includes(status));
  return tier === -1 ? undefined : { tier, time, step: stages[tier]!.indexOf(status) };
}
