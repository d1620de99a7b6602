import type { EntityManager } from 'typeorm';
import { listByKeys, type ListQuery, type Lists } from './listQuery.js';
import type { Page } from './page.js';

/** What `listsByKeys` answers, a query a list: where rows lie on several machines, they number no pages of many lists at once. */
export async function listsApart<Row extends object, Item>(
  manager: EntityManager,
  query: () => ListQuery,
  { lists: { ids, column }, page, itemOf }: Lists<Row, Item>,
): Promise<Map<string, Page<Item>>> {
  const pages = new Map<string, Page<Item>>();
  for (const id of new Set(ids)) {
    const one = query();
    one.conditions.add((parameter) => `${column} = ${parameter}::uuid`, id);
    pages.set(id, await listByKeys(manager, one, page, itemOf));
  }
  return pages;
}
