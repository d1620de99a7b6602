import { setImmediate as turn } from 'node:timers/promises';

/** Nobody else waits for longer. */
const mostMilliseconds = 5;

/** What is made of each, one after the other; now and then everything else that waits gets its turn. */
export async function inTurns<Item, Made>(
  items: readonly Item[],
  make: (item: Item, index: number) => Made,
): Promise<Made[]> {
  const made: Made[] = [];
  let since = performance.now();
  for (const [index, item] of items.entries()) {
    made.push(make(item, index));
    if (performance.now() - since < mostMilliseconds) continue;
    await turn();
    since = performance.now();
  }
  return made;
}
