/** Arbitraries for fast-check: all that a provider may send, and every near miss. */

export { eventArbitrary } from './event.ts';
export { futureEventArbitrary, type FutureEvent } from './future.ts';
export { historyArbitrary, type History, type HistoryOptions } from './history.ts';
export { invalidEventArbitrary, type Fault, type InvalidEvent, type InvalidEventOptions } from './invalid.ts';
export { schemaArbitrary, type SchemaArbitraryOptions } from './schema.ts';
export { faultKinds, type FaultKind } from './fault.ts';
export { noveltyKinds, type Novelty, type NoveltyKind } from './novelty.ts';
export type { ScheduledDelivery } from './schedule.ts';
