/** How many are made ready before their turn. */
const room = 8;

/** Makes items ready while those before them are worked on, a few ahead, and gives them in their order. */
export async function* ahead<Item, Ready>(
  items: Iterable<Item>,
  prepare: (item: Item) => Promise<Ready>,
): AsyncGenerator<Ready> {
  const waiting: Promise<Ready>[] = [];
  for (const item of items) {
    const ready = prepare(item);
    ready.catch(() => undefined); // whoever takes it is told
    waiting.push(ready);
    if (waiting.length > room) yield await waiting.shift()!;
  }
  for (const ready of waiting) yield await ready;
}
