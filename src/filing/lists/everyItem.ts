import type { Page, PageRequest } from './page.js';

/** Every item of a list, read page by page: memory holds one page. */
export async function* everyItem<Item>(
  load: (page: PageRequest) => Promise<Page<Item>>,
  first = 500,
): AsyncGenerator<Item> {
  let after: string | null = null;
  for (;;) {
    const page: Page<Item> = await load({ first, after });
    for (const { item } of page.items) yield item;
    after = page.items.at(-1)?.cursor ?? null;
    if (!page.hasNextPage || after === null) return;
  }
}
