/** Pacts between a provider and its receivers: recorded, written by hand, and verified. */

export { recordReads, type Read, type ReadFinding, type Recording, type RecordOptions } from './reads/record.ts';
export type { Pact } from './file.ts';
export { parsePact, type ParsedInteraction, type ParsedPact } from './verify/parse.ts';
export { readsOf } from './verify/reads.ts';
export {
  verifyPacts,
  type BrokenBy,
  type InteractionVerdict,
  type PactReport,
  type PactSource,
  type PactVerdict,
  type PactVerifyOptions,
} from './verify/verify.ts';
export { renderPactJunit, renderPactReport } from './verify/render.ts';
export { consumerOf, type Consumer, type Expectation } from './consumer/consumer.ts';
export { exactly, integer, matching, type Expected, type Matching } from './consumer/matching.ts';
export { writePact } from './consumer/write.ts';
export { canIDeploy, fetchPacts, publishPacts, recordResult } from './broker/broker.ts';
export type { BrokerAccess } from './broker/command.ts';
export { verifyReceiverPact, type ReceiverVerifyOptions } from './receiver/verify-receiver.ts';
