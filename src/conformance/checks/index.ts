import type { Check } from '../check.ts';
import { acceptsBothShapes } from './accepts-both-shapes.ts';
import { acceptsPreviousVersions } from './accepts-previous-versions.ts';
import { acknowledgesDuplicates } from './acknowledges-duplicates.ts';
import { acknowledgesEveryEvent } from './acknowledges-every-event.ts';
import { acknowledgesUnknownEventTypes } from './acknowledges-unknown-event-types.ts';
import { answersOnlyPost } from './answers-only-post.ts';
import { comparesAmountsWithOwnRecords } from './compares-amounts-with-own-records.ts';
import { ignoresOtherAddressees } from './ignores-other-addressees.ts';
import { keepsAmountsExact } from './keeps-amounts-exact.ts';
import { keepsLargeAmountsExact } from './keeps-large-amounts-exact.ts';
import { keepsLongIdsApart } from './keeps-long-ids-apart.ts';
import { keepsOutPrototypePollution } from './keeps-out-prototype-pollution.ts';
import { keepsTestModeApart } from './keeps-test-mode-apart.ts';
import { readsAnySpellingOfJson } from './reads-any-spelling-of-json.ts';
import { refusesGarbageSignature } from './refuses-garbage-signature.ts';
import { refusesMissingSignature } from './refuses-missing-signature.ts';
import { refusesTamperedBody } from './refuses-tampered-body.ts';
import { refusesWrongKey } from './refuses-wrong-key.ts';
import { survivesAnyUnicode } from './survives-any-unicode.ts';
import { survivesFutureEvents } from './survives-future-events.ts';
import { survivesGeneratedEvents } from './survives-generated-events.ts';
import { survivesHostileJson } from './survives-hostile-json.ts';
import { tellsTestFromLive } from './tells-test-from-live.ts';
import { toleratesAbsentAndNullFields } from './tolerates-absent-and-null-fields.ts';
import { toleratesAnyMetadata } from './tolerates-any-metadata.ts';
import { toleratesLongerIds } from './tolerates-longer-ids.ts';
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
  answersOnlyPost,
  toleratesAbsentAndNullFields,
  survivesGeneratedEvents,
  survivesFutureEvents,
];
