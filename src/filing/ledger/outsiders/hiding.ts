import { leftOutWith, type Quantity } from './quantities.js';

type Hidden<Item> = ReadonlyMap<Quantity, ReadonlySet<Item>>;

/** Where a quantity is left out because another is. */
export function hiddenWith<Item>(hidden: Hidden<Item>, quantity: Quantity): ReadonlySet<Item> {
  return new Set(leftOutWith(quantity).flatMap((each) => [...(hidden.get(each) ?? [])]));
}

/** Hides more, as long as there is more to hide: one number left out may ask for another. */
export function untilSettled<Item>(hidden: Hidden<Item>, hideMore: () => void): void {
  const size = () => [...hidden.values()].reduce((sum, items) => sum + items.size, 0);
  for (let before = -1; before !== size();) {
    before = size();
    hideMore();
  }
}
