import type { Need } from '../../define/index.ts';
import { actIfFitting, applyConsequences } from '../consequences.ts';
import { drawOf } from '../draw.ts';
import { make } from '../make.ts';
import { Refusal } from '../refusal.ts';
import type { OperationRequest, Result } from './request.ts';

/** Makes an object, once all that the request names is there and enough of it is left. */
export function create(request: OperationRequest): Result {
  const { world, operation, asker } = request;
  for (const need of operation.needs ?? []) checkNeed(request, need);
  checkUnique(request);
  const draw =
    operation.draws === undefined ? undefined : drawOf(world, operation.draws, operation.resource, asker.body);
  const fills = operation.draws?.fills === true && draw !== undefined;
  const body = fills ? { ...asker.body, amount: draw.amount } : asker.body;
  const made = make(
    world,
    operation.resource,
    { ...asker, body },
    {
      filling: operation.fill ?? {},
      ...(draw === undefined ? {} : { remembered: { drawn: draw.amount } }),
    },
  );
  if (draw?.ends !== undefined) actIfFitting(world, draw.parent, draw.ends, { ...asker, body: {} });
  applyConsequences(world, made, operation.consequences ?? [], asker);
  return { object: world.state.find(String(made.object['id']), made.resource) ?? made };
}

function checkNeed({ world, asker }: OperationRequest, need: Need): void {
  const id = asker.body[need.field];
  if (id === undefined && need.optional === true) return;
  const entry = world.state.find(String(id), need.resource);
  if (entry === undefined || entry.mode !== asker.mode) throw new Refusal(need.missing, [], need.field);
  const status = String(entry.object['status']);
  if (need.statuses !== undefined && !need.statuses.includes(status))
    throw new Refusal(need.refused!, [`its status is ${status}`], need.field);
}

function checkUnique({ world, operation: { unique, resource }, asker }: OperationRequest): void {
  if (unique === undefined) return;
  const asked = asker.body[unique.field];
  if (typeof asked !== 'string') return;
  const isTaken = world.state
    .list(resource)
    .some(
      ({ object, mode }) => mode === asker.mode && String(object[unique.field]).toLowerCase() === asked.toLowerCase(),
    );
  if (isTaken) throw new Refusal(unique.error, [`${unique.field} is "${asked}"`], unique.field);
}
