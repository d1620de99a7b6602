import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';

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
