import type { Check } from '../check.ts';
import { acceptsBothSecretsWhileRotating } from './accepts-both-secrets-while-rotating.ts';
import { acceptsBothShapes } from './accepts-both-shapes.ts';
import { acceptsContentTypeParameters } from './accepts-content-type-parameters.ts';
import { acceptsLargePayloads } from './accepts-large-payloads.ts';
import { acceptsResignedRetries } from './accepts-resigned-retries.ts';
import { acceptsRetriesAfterFailures } from './accepts-retries-after-failures.ts';
import { acceptsWithoutUnderscoreHeaders } from './accepts-without-underscore-headers.ts';
import { acknowledgesBeforeSlowWork } from './acknowledges-before-slow-work.ts';
import { acceptsPreviousVersions } from './accepts-previous-versions.ts';
import { acknowledgesDuplicates } from './acknowledges-duplicates.ts';
import { acknowledgesEveryEvent } from './acknowledges-every-event.ts';
import { acknowledgesUnknownEventTypes } from './acknowledges-unknown-event-types.ts';
import { acknowledgesWithTheDocumentedStatus } from './acknowledges-with-the-documented-status.ts';
import { answersInTime } from './answers-in-time.ts';
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
import { logsNothingSecret } from './logs-nothing-secret.ts';
import { processesLateDeliveries } from './processes-late-deliveries.ts';
import { doesNotRedirect } from './does-not-redirect.ts';
import { dropsWhatItRefuses } from './drops-what-it-refuses.ts';
import { failsClosedWithoutSecret } from './fails-closed-without-secret.ts';
import { ignoresReplays } from './ignores-replays.ts';
import { isNotGuardedAsABrowserForm } from './is-not-guarded-as-a-browser-form.ts';
import { leaksNothingInErrors } from './leaks-nothing-in-errors.ts';
import { readsFormBodiesAsForms } from './reads-form-bodies-as-forms.ts';
import { readsHeaderNamesInAnyCase } from './reads-header-names-in-any-case.ts';
import { refusesAbsurdSizes } from './refuses-absurd-sizes.ts';
import { refusesChangedBytes } from './refuses-changed-bytes.ts';
import { refusesFutureTimestamps } from './refuses-future-timestamps.ts';
import { callsNoUrlOfThePayload } from './calls-no-url-of-the-payload.ts';
import { comparesAmountsWithOwnRecords } from './compares-amounts-with-own-records.ts';
import { ignoresOtherAddressees } from './ignores-other-addressees.ts';
import { keepsAmountsExact } from './keeps-amounts-exact.ts';
import { keepsLargeAmountsExact } from './keeps-large-amounts-exact.ts';
import { keepsLongIdsApart } from './keeps-long-ids-apart.ts';
import { keepsOutPrototypePollution } from './keeps-out-prototype-pollution.ts';
import { keepsTestModeApart } from './keeps-test-mode-apart.ts';
import { readsAnySpellingOfJson } from './reads-any-spelling-of-json.ts';
import { refusesGarbageSignature } from './refuses-garbage-signature.ts';
import { refusesMalformedTimestamps } from './refuses-malformed-timestamps.ts';
import { refusesMissingSignature } from './refuses-missing-signature.ts';
import { refusesOtherContentTypes } from './refuses-other-content-types.ts';
import { refusesSignaturesOfWrongLength } from './refuses-signatures-of-wrong-length.ts';
import { refusesStaleTimestamps } from './refuses-stale-timestamps.ts';
import { refusesTamperedBody } from './refuses-tampered-body.ts';
import { refusesUnknownSchemes } from './refuses-unknown-schemes.ts';
import { refusesWrongKey } from './refuses-wrong-key.ts';
import { remembersAcrossRestarts } from './remembers-across-restarts.ts';
import { reprocessesById } from './reprocesses-by-id.ts';
import { survivesAnyHistory } from './survives-any-history.ts';
import { survivesBursts } from './survives-bursts.ts';
import { survivesLostAcknowledgements } from './survives-lost-acknowledgements.ts';
import { survivesTheRetrySchedule } from './survives-the-retry-schedule.ts';
import { survivesOddHeaders } from './survives-odd-headers.ts';
import { survivesUnknownEnumMembers } from './survives-unknown-enum-members.ts';
import { tellsMalformedFromForged } from './tells-malformed-from-forged.ts';
import { survivesAnyUnicode } from './survives-any-unicode.ts';
import { survivesFutureEvents } from './survives-future-events.ts';
import { survivesGeneratedEvents } from './survives-generated-events.ts';
import { survivesHostileJson } from './survives-hostile-json.ts';
import { tellsTestFromLive } from './tells-test-from-live.ts';
import { toleratesAbsentAndNullFields } from './tolerates-absent-and-null-fields.ts';
import { toleratesAnyMetadata } from './tolerates-any-metadata.ts';
import { toleratesLongerIds } from './tolerates-longer-ids.ts';
import { toleratesUnknownFields } from './tolerates-unknown-fields.ts';
import { verifiesBeforeParsing } from './verifies-before-parsing.ts';
import { verifiesNonAsciiBodies } from './verifies-non-ascii-bodies.ts';
import { verifiesRawBytes } from './verifies-raw-bytes.ts';

/** Every check, in the order they run: that of the groups. */
export const checks: readonly Check[] = [
  refusesMissingSignature,
  refusesGarbageSignature,
  refusesSignaturesOfWrongLength,
  refusesWrongKey,
  refusesUnknownSchemes,
  refusesTamperedBody,
  refusesChangedBytes,
  verifiesRawBytes,
  verifiesNonAsciiBodies,
  verifiesBeforeParsing,
  dropsWhatItRefuses,
  refusesStaleTimestamps,
  refusesFutureTimestamps,
  refusesMalformedTimestamps,
  acceptsResignedRetries,
  acceptsBothSecretsWhileRotating,
  failsClosedWithoutSecret,
  ignoresReplays,
  readsHeaderNamesInAnyCase,
  survivesOddHeaders,
  acceptsWithoutUnderscoreHeaders,
  readsFormBodiesAsForms,
  acknowledgesEveryEvent,
  acknowledgesWithTheDocumentedStatus,
  acknowledgesDuplicates,
  acknowledgesUnknownEventTypes,
  survivesUnknownEnumMembers,
  tellsMalformedFromForged,
  acceptsRetriesAfterFailures,
  answersInTime,
  acknowledgesBeforeSlowWork,
  answersOnlyPost,
  acceptsContentTypeParameters,
  refusesOtherContentTypes,
  doesNotRedirect,
  isNotGuardedAsABrowserForm,
  acceptsLargePayloads,
  refusesAbsurdSizes,
  leaksNothingInErrors,
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
  reprocessesById,
  logsNothingSecret,
  toleratesUnknownFields,
  acceptsBothShapes,
  readsAnySpellingOfJson,
  toleratesLongerIds,
  keepsLongIdsApart,
  keepsAmountsExact,
  keepsLargeAmountsExact,
  survivesAnyUnicode,
  survivesHostileJson,
  keepsOutPrototypePollution,
  toleratesAnyMetadata,
  keepsTestModeApart,
  tellsTestFromLive,
  ignoresOtherAddressees,
  comparesAmountsWithOwnRecords,
  acceptsPreviousVersions,
  callsNoUrlOfThePayload,
  toleratesAbsentAndNullFields,
  survivesGeneratedEvents,
  survivesFutureEvents,
];
