import { wantedEntry, type OperationRequest, type Result } from './request.ts';

/** Answers one object. */
export function retrieve(request: OperationRequest): Result {
  return { object: wantedEntry(request) };
}
