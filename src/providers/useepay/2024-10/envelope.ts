import * as z from 'zod';
import { documented, envelope, type EnvelopeFill } from '../../../define/index.ts';
import { sources } from '../sources.ts';
import { eventId } from './ids.ts';

/** What UseePay posts: an event around the whole object. It says neither when it was made nor its version. */
export interface UseepayEvent<Type, Data> {
  id: string;
  name: Type;
  data: Data;
}

/** Fills the envelope in the types. */
export interface UseepayFill extends EnvelopeFill {
  readonly event: UseepayEvent<this['type'], this['object']>;
}

export const eventEnvelope = envelope<UseepayFill>({
  name: 'id-data',
  ...documented(sources.webhookEvents, 'and on every later page'),
  schema: (type, object) => z.strictObject({ id: eventId, name: type, data: object }),
  paths: { id: ['id'], type: ['name'], object: ['data'] },
  blank: { id: '', name: '', data: {} },
  id: { prefix: 'evt_', alphabet: '0123456789abcdef', length: 32 },
});
