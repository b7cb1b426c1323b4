import type { Check } from '../check.ts';
import { acceptsBothShapes } from './accepts-both-shapes.ts';
import { acknowledgesDuplicates } from './acknowledges-duplicates.ts';
import { acknowledgesEveryEvent } from './acknowledges-every-event.ts';
import { acknowledgesUnknownEventTypes } from './acknowledges-unknown-event-types.ts';
import { answersOnlyPost } from './answers-only-post.ts';
import { refusesGarbageSignature } from './refuses-garbage-signature.ts';
import { refusesMissingSignature } from './refuses-missing-signature.ts';
import { refusesTamperedBody } from './refuses-tampered-body.ts';
import { refusesWrongKey } from './refuses-wrong-key.ts';
import { toleratesUnknownFields } from './tolerates-unknown-fields.ts';
import { verifiesRawBytes } from './verifies-raw-bytes.ts';

/** Every check, in the order they run. */
export const checks: readonly Check[] = [
  acknowledgesEveryEvent,
  refusesMissingSignature,
  refusesGarbageSignature,
  refusesWrongKey,
  refusesTamperedBody,
  verifiesRawBytes,
  acknowledgesDuplicates,
  acknowledgesUnknownEventTypes,
  toleratesUnknownFields,
  acceptsBothShapes,
  answersOnlyPost,
];
