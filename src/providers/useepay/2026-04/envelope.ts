import * as z from 'zod';
import { documented, envelope, type EnvelopeFill } from '../../../define/index.ts';
import { eventId } from '../2024-10/ids.ts';
import { sources } from '../sources.ts';

/** An event as the sample of a dispute prints it, with two keys that no other event has. */
export interface UseepayMisprintedEvent<Type, Data> {
  eventId: string;
  name: Type;
  date: Data;
}

/** Fills the envelope in the types. */
export interface UseepayMisprintedFill extends EnvelopeFill {
  readonly event: UseepayMisprintedEvent<this['type'], this['object']>;
}

export const misprintedEnvelope = envelope<UseepayMisprintedFill>({
  name: 'event-id-date',
  ...documented(
    sources.payloads2026,
    'in the sample of a dispute alone; the page on disputes says "data.id", so it is likely a misprint',
  ),
  schema: (type, object) => z.strictObject({ eventId, name: type, date: object }),
  paths: { id: ['eventId'], type: ['name'], object: ['date'] },
  blank: { eventId: '', name: '', date: {} },
  id: { prefix: 'evt_', alphabet: '0123456789abcdef', length: 32 },
});
