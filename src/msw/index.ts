/** The provider in a box: its REST API with state, which sends signed webhooks; as MSW handlers, or as `fetch` alone. */

// In MSW
export { boxHandlers, providerHandlers, type ProviderHandlers } from './handlers.ts';

// Without it
export { createBox, type Box, type BoxActions, type BoxCore } from './box.ts';
export type { BoxOptions } from './options.ts';
export type { EndpointOption, Receiver } from './endpoints.ts';
export type { TriggerOptions } from './trigger.ts';
export type { Snapshot, Entry } from './state.ts';

// Deliveries
export type { BoxDelivery, DeliveryAttempt } from './deliveries.ts';
export type { Chaos } from './chaos.ts';
export type { RetrySchedule } from './schedule.ts';

// Time
export { systemClock, virtualClock, type Clock } from './clock.ts';

// Faults
export { faultHeader, type BoxFault, type FaultRule } from './faults.ts';
