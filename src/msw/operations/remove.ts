import { acted } from './act.ts';
import { wantedEntry, type OperationRequest, type Result } from './request.ts';

/** Takes an object away, after the operation's action where it has one. */
export function remove(request: OperationRequest): Result {
  const entry = wantedEntry(request);
  if (request.operation.action !== undefined) acted(request, entry);
  request.world.state.remove(entry.resource, request.id);
  return {};
}
