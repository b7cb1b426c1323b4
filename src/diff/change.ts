import type { Evidence } from '../define/index.ts';
import type { FieldPath } from './fields.ts';

/** What a change does to a consumer: it breaks code that was right, it may, or it cannot. */
export type Impact = 'breaking' | 'risky' | 'safe';

/** Every impact, the worst first. */
export const impacts = ['breaking', 'risky', 'safe'] as const satisfies readonly Impact[];

/** What each kind of change does to a consumer that keeps to the contract of the version before, and why. */
export const kinds = {
  'event-removed': ['breaking', 'what waits for it waits for ever'],
  'event-added': ['safe', 'a receiver acknowledges what it does not know'],
  'usual-form-changed': [
    'risky',
    'the fields that usually come are others, though both forms are known before and after',
  ],
  'field-removed': ['breaking', 'it was always there'],
  'optional-field-removed': ['risky', 'it was there sometimes'],
  'field-added': ['safe', 'a receiver passes over what it does not know'],
  'field-made-optional': ['breaking', 'it was always there'],
  'field-made-required': ['safe', 'it may be there before'],
  'type-replaced': ['breaking', 'no value is of a type that came before'],
  'type-added': ['breaking', 'some values are of a type that never came before'],
  'null-added': ['breaking', 'it was never null'],
  'type-removed': ['safe', 'every value is of a type that came before'],
  'values-replaced': ['breaking', 'no value is one that came before'],
  'value-added': ['risky', 'code that lists the values does not have it'],
  'value-removed': ['risky', 'what waits for it waits for ever'],
  'values-opened': ['risky', 'any value may come where they were listed'],
  'values-listed': ['safe', 'every value may come before'],
  'format-changed': ['breaking', 'what parses the one does not parse the other'],
  'format-removed': ['risky', 'it may be of another format'],
  'format-added': ['safe', 'it may be of this format before'],
  'pattern-changed': ['risky', 'code that matches the one may not match the other'],
  'pattern-removed': ['risky', 'any text may come'],
  'pattern-added': ['safe', 'every value may come before'],
  'range-widened': ['risky', 'smaller, larger or longer values may come'],
  'range-narrowed': ['safe', 'every value may come before'],
  'rule-changed': ['risky', 'a rule that only code can say is another'],
  'object-opened': ['risky', 'what else it holds is not said'],
  'object-closed': ['safe', 'what else it held was not said'],
  'names-changed': ['risky', 'the names of its entries follow another rule'],
  'method-changed': ['breaking', 'the receiver answers the other method with a refusal'],
  'encoding-changed': ['breaking', 'the body is read in another way'],
  'header-removed': ['breaking', 'it was always there'],
  'header-added': ['safe', 'a receiver passes over what it does not know'],
  'header-rewritten': ['breaking', 'another thing is in it'],
  'header-value-changed': ['risky', 'code that compares it to the one does not know the other'],
  'signature-changed': ['breaking', 'no delivery verifies as before'],
  'timestamp-changed': ['breaking', 'the signed time is elsewhere, or counts in another unit'],
  'timestamp-removed': ['breaking', 'it was always there'],
  'timestamp-added': ['safe', 'a receiver passes over what it does not know'],
  'tolerance-changed': ['risky', 'how old a delivery may be is another'],
  'acknowledgement-narrowed': ['breaking', 'an answer that acknowledged does not any more'],
  'acknowledgement-widened': ['safe', 'every answer that acknowledged still does'],
  'timeout-shortened': ['risky', 'a slow receiver is late'],
  'timeout-lengthened': ['safe', 'a receiver has more time than before'],
  'retries-changed': ['risky', 'a delivery that failed comes again at other times'],
  'order-lost': ['breaking', 'deliveries may come in another order than what happened'],
  'order-promised': ['safe', 'a receiver expects any order'],
  'duplicates-allowed': ['breaking', 'an event may come twice'],
  'duplicates-excluded': ['safe', 'a receiver expects them'],
} as const satisfies { readonly [Kind: string]: readonly [Impact, why: string] };

/** One kind of change. */
export type ChangeKind = keyof typeof kinds;

/** One difference between two versions of a provider, as a consumer sees it. */
export interface Change extends Evidence {
  readonly kind: ChangeKind;
  readonly impact: Impact;
  /** The event types it is in, sorted; none where it is in how every event is delivered. */
  readonly events: readonly string[];
  /** Where: a field (`data.amount`), `event`, or a part of the delivery (`delivery.signature`). */
  readonly path: string;
  /** How it was and how it is, in a few words; empty where there is nothing. */
  readonly before: string;
  readonly after: string;
  /** The fields whose readers it concerns; none where it concerns every receiver. */
  readonly fields: readonly FieldPath[];
}

/** What a change is, before its events are joined. */
export type ChangeParts = Omit<Change, 'impact' | 'events' | 'path'> & { readonly path?: string };
