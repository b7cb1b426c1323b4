import type { Session } from './session.ts';

/** How many are made ready before their turn. */
const room = 8;

/**
 * Makes items ready while those before them are worked on, a few ahead, and gives them in their order. Where a time is
 * signed, each is made ready when it is asked for.
 */
export async function* ahead<Item, Ready>(
  { session }: { readonly session: Pick<Session, 'signsAhead'> },
  items: Iterable<Item>,
  prepare: (item: Item) => Promise<Ready>,
): AsyncGenerator<Ready> {
  const most = session.signsAhead ? room : 0;
  const waiting: Promise<Ready>[] = [];
  for (const item of items) {
    const ready = prepare(item);
    ready.catch(() => undefined); // whoever takes it is told
    waiting.push(ready);
    if (waiting.length > most) yield await waiting.shift()!;
  }
  for (const ready of waiting) yield await ready;
}
