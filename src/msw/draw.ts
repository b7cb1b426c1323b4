import type { Draw } from '../define/index.ts';
import { holds } from './fill.ts';
import type { Json } from './json.ts';
import { Refusal } from './refusal.ts';
import type { Entry } from './state.ts';
import type { World } from './world.ts';

/** Amounts that differ by less are the same: some providers have decimals. */
const tolerance = 1e-9;

/** What a new object takes of another. */
interface Drawn {
  readonly amount: number;
  readonly parent: string;
  /** What happens to the other for it. */
  readonly ends?: string;
}

/** What a request wants to take of another object's amount. Refuses more than is left of it. */
export function drawOf(world: World, draw: Draw, resource: string, body: Json): Drawn | undefined {
  const parent = world.state.find(String(body[draw.field]), draw.resource);
  if (parent === undefined) return undefined;
  const left = Number(parent.object['amount']) - takenOf(world, parent, draw, resource);
  const amount = typeof body['amount'] === 'number' ? body['amount'] : left;
  if (amount > left + tolerance || left <= tolerance)
    throw new Refusal(draw.excessive, [`${amount} is asked for and ${left} is left`], 'amount');
  const isOpen = left - amount > tolerance && holds(draw.ends?.open, body);
  const ends = draw.ends === undefined || isOpen ? {} : { ends: draw.ends.act };
  return { amount, parent: String(parent.object['id']), ...ends };
}

function takenOf(world: World, parent: Entry, draw: Draw, resource: string): number {
  const ids = (parent.remembered['drawnBy'] ?? []) as readonly string[];
  return ids
    .flatMap((id) => world.state.find(id, resource) ?? [])
    .filter(({ object }) => !draw.void.includes(String(object['status'])))
    .reduce((sum, { object, remembered }) => sum + Number(remembered['drawn'] ?? object['amount'] ?? 0), 0);
}
