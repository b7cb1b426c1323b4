import * as z from 'zod';
import { documented, envelope, type EnvelopeFill } from '../../../define/index.ts';
import { sources } from '../sources.ts';
import { moment } from './fields.ts';
import { id } from './ids.ts';

/** What Smartpay posts: an event around the whole object. */
export interface SmartpayEvent<Type, Data> {
  id: string;
  object: 'event';
  /** Milliseconds since the Unix epoch. */
  createdAt: number;
  /** Whether the event belongs to test mode. */
  test: boolean;
  eventData: { type: Type; version: '2022-02-18'; data: Data };
}

/** Fills the envelope in the types. */
export interface SmartpayFill extends EnvelopeFill {
  readonly event: SmartpayEvent<this['type'], this['object']>;
}

export const eventEnvelope = envelope<SmartpayFill>({
  name: 'only',
  ...documented(sources.eventObject),
  schema: (type, object) =>
    z.strictObject({
      id: id('evt'),
      object: z.literal('event'),
      createdAt: moment,
      test: z.boolean(),
      eventData: z.strictObject({ type, version: z.literal('2022-02-18'), data: object }),
    }),
  paths: { id: ['id'], type: ['eventData', 'type'], object: ['eventData', 'data'], createdAt: ['createdAt'] },
  blank: {
    id: '',
    object: 'event',
    createdAt: 0,
    test: true,
    eventData: { type: '', version: '2022-02-18', data: {} },
  },
  id: {
    prefix: 'evt_test_',
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    length: 22,
  },
  mode: { field: 'test', on: 'test', off: 'live' },
});
