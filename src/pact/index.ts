/** Pacts between a provider and its receivers: recorded, written by hand, and verified. */

export { recordReads, type Read, type ReadFinding, type Recording, type RecordOptions } from './reads/record.ts';
export type { Pact } from './file.ts';
