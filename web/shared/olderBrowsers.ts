/** What the rules use of the language and Chrome 87 does not have yet. */
function at<Item>(this: ArrayLike<Item>, index: number): Item | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? whole + this.length : whole];
}

function findLast<Item>(this: readonly Item[], matches: (item: Item) => boolean): Item | undefined {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    const item = this[index]!;
    if (matches(item)) return item;
  }
  return undefined;
}

function addMissing(prototype: object, name: string, value: unknown): void {
  if (!(name in prototype))
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}

function hasOwn(owner: object, name: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(owner, name);
}

addMissing(Object, 'hasOwn', hasOwn);
addMissing(Array.prototype, 'at', at);
addMissing(String.prototype, 'at', at);
addMissing(Array.prototype, 'findLast', findLast);
