import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../src/filing/access/actor.js';
import type { Id, Numbered } from '../../src/brands/brands.js';
import type { Page, PageRequest } from '../../src/filing/lists/page.js';

/** With what the fields of one request read. */
export interface Loaders {
  readonly manager: EntityManager;
}

type Load<Key, Value> = (manager: EntityManager, keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

/**
 * A way to read one kind of thing by its key: what all fields of a request ask for in one go is read together,
 * and nothing is read twice. `nameOf` tells keys apart that are more than a string.
 */
export function loading<Key, Value>(load: Load<Key, Value>, nameOf?: (key: Key) => string) {
  const known = new WeakMap<Loaders, DataLoader<Key, Value, unknown>>();
  return ({ loaders }: { readonly loaders: Loaders }): DataLoader<Key, Value, unknown> => {
    const loader =
      known.get(loaders) ??
      new DataLoader<Key, Value, unknown>((keys) => load(loaders.manager, keys), { cacheKeyFn: nameOf });
    known.set(loaders, loader);
    return loader;
  };
}

/** A page of the list that belongs to something. */
interface PageAsked<Of extends Numbered> extends PageRequest {
  readonly id: Id<Of>;
  /** Of a request, the same for all. */
  readonly actor: Actor;
}

/** A page of a list of each of many: of all of which the same page is asked for in one query. */
export function loadingPages<Of extends Numbered, Item>(
  load: (
    manager: EntityManager,
    actor: Actor,
    ids: readonly Id<Of>[],
    page: PageRequest,
  ) => Promise<Map<string, Page<Item>>>,
) {
  const pageName = ({ first, after, before, isFromEnd }: PageRequest) =>
    JSON.stringify([first, after ?? null, before ?? null, isFromEnd ?? false]);
  const nameOf = (asked: PageAsked<Of>) => `${asked.id} ${pageName(asked)}`;
  return loading(async (manager, asked: readonly PageAsked<Of>[]) => {
    const found = new Map<string, Page<Item>>();
    const groups = new Map<string, PageAsked<Of>[]>();
    for (const each of asked) groups.set(pageName(each), [...(groups.get(pageName(each)) ?? []), each]);
    for (const [page, group] of groups) {
      const [one] = group;
      if (!one) continue;
      const ids = group.map(({ id }) => id);
      for (const [id, list] of await load(manager, one.actor, ids, one)) found.set(`${id} ${page}`, list);
    }
    return asked.map((each) => found.get(nameOf(each)) ?? new Error('a page of a list was not read'));
  }, nameOf);
}
