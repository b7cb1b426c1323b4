import { act as actOn, fittingAction } from '../act.ts';
import { Refusal } from '../refusal.ts';
import type { Entry } from '../state.ts';
import { checkLimit, wantedEntry, type OperationRequest, type Result } from './request.ts';

/** Lets an action happen to an object, unless its status forbids it. */
export function act(request: OperationRequest): Result {
  return { object: acted(request, wantedEntry(request)) };
}

/** The object after the operation's action. */
export function acted(request: OperationRequest, entry: Entry): Entry {
  const { world, operation, asker } = request;
  const action = fittingAction(world, entry, operation.action!, asker.body);
  if (action === undefined) throw new Refusal(operation.refused!, [`its status is ${String(entry.object['status'])}`]);
  checkLimit(request, entry);
  return actOn(world, entry, action, asker);
}
