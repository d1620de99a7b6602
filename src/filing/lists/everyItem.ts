import type { Page, PageRequest } from './page.js';

/** Every item of a list, read page by page: memory holds one page. */
export async function* everyItem<Item>(
  load: (page: PageRequest) => Promise<Page<Item>>,
  first = 500,
): AsyncGenerator<Item> {
  for await (const items of everyPage(load, first)) yield* items;
}

/** The same, a page at a time. */
export async function* everyPage<Item>(
  load: (page: PageRequest) => Promise<Page<Item>>,
  first: number,
): AsyncGenerator<readonly Item[]> {
  let after: string | null = null;
  for (;;) {
    const page: Page<Item> = await load({ first, after });
    if (page.items.length > 0) yield page.items.map(({ item }) => item);
    after = page.items.at(-1)?.cursor ?? null;
    if (!page.hasNextPage || after === null) return;
  }
}

/** The same items, the next of them asked for while one is worked with. */
export async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done === true) return;
      next = items.next();
      // Thrown on when it is waited for; nobody waits once the reader has left.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await next.catch(() => undefined);
    await items.return(undefined);
  }
}
