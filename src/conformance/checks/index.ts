import type { Check } from '../check.ts';
import { acceptsBothShapes } from './accepts-both-shapes.ts';
import { acknowledgesDuplicates } from './acknowledges-duplicates.ts';
import { acknowledgesEveryEvent } from './acknowledges-every-event.ts';
import { acknowledgesUnknownEventTypes } from './acknowledges-unknown-event-types.ts';
import { answersOnlyPost } from './answers-only-post.ts';
import { appliesATransitionOnce } from './applies-a-transition-once.ts';
import { appliesConcurrentDuplicatesOnce } from './applies-concurrent-duplicates-once.ts';
import { appliesCorrections } from './applies-corrections.ts';
import { appliesDuplicatesOnce } from './applies-duplicates-once.ts';
import { appliesEventsOfOneInstant } from './applies-events-of-one-instant.ts';
import { convergesInAnyOrder } from './converges-in-any-order.ts';
import { countsDistinctEvents } from './counts-distinct-events.ts';
import { keepsEventsWithoutPredecessor } from './keeps-events-without-predecessor.ts';
import { keepsFinalStates } from './keeps-final-states.ts';
import { keepsObjectsApart } from './keeps-objects-apart.ts';
import { processesLateDeliveries } from './processes-late-deliveries.ts';
import { refusesGarbageSignature } from './refuses-garbage-signature.ts';
import { refusesMissingSignature } from './refuses-missing-signature.ts';
import { refusesTamperedBody } from './refuses-tampered-body.ts';
import { refusesWrongKey } from './refuses-wrong-key.ts';
import { remembersAcrossRestarts } from './remembers-across-restarts.ts';
import { survivesAnyHistory } from './survives-any-history.ts';
import { survivesBursts } from './survives-bursts.ts';
import { survivesLostAcknowledgements } from './survives-lost-acknowledgements.ts';
import { survivesTheRetrySchedule } from './survives-the-retry-schedule.ts';
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
  appliesDuplicatesOnce,
  appliesConcurrentDuplicatesOnce,
  remembersAcrossRestarts,
  appliesATransitionOnce,
  countsDistinctEvents,
  appliesEventsOfOneInstant,
  appliesCorrections,
  keepsFinalStates,
  keepsEventsWithoutPredecessor,
  processesLateDeliveries,
  survivesLostAcknowledgements,
  survivesTheRetrySchedule,
  survivesBursts,
  convergesInAnyOrder,
  keepsObjectsApart,
  survivesAnyHistory,
];
