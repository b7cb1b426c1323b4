import { change } from '../act.ts';
import { applyConsequences } from '../consequences.ts';
import { fill } from '../fill.ts';
import { fieldsOf } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { wantedEntry, type OperationRequest, type Result } from './request.ts';

/** Changes the fields of an object that the body names. */
export function update(request: OperationRequest): Result {
  const { world, operation, resource, asker, id } = request;
  const entry = wantedEntry(request);
  const status = String(entry.object['status']);
  if (operation.shows !== undefined && !operation.shows.includes(status))
    throw new Refusal(operation.refused!, [`its status is ${status}`]);
  const named = Object.entries(asker.body).filter(([key]) => fieldsOf(resource.schema).has(key));
  const filled = operation.fill === undefined ? {} : fill(operation.fill, { world, asker, entry, id });
  const changed = change(world, entry, { ...Object.fromEntries(named), ...filled });
  applyConsequences(world, changed, operation.consequences ?? [], asker);
  return { object: world.state.find(id, operation.resource) ?? changed };
}
