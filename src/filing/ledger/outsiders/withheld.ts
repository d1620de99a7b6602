/** With fewer than this, somebody could be told apart. */
export const fewest = 3;

/** Whether a sum that can be worked out is that of so few that it may not be. */
export function isTooFew(count: number): boolean {
  return count > 0 && count < fewest;
}

/**
 * Which of some counts are left out, beside those that are already: none of one or two, nor one that could be worked
 * out by taking the others from their sum. Where what is left out is fewer than three in all, the next smallest goes
 * with it. One alone is the sum of all: there is nothing to take it from.
 */
export function withheld(
  counts: readonly number[],
  already: ReadonlySet<number> = new Set(),
): ReadonlySet<number> {
  const hidden = new Set([...already].filter((index) => (counts[index] ?? 0) > 0));
  counts.forEach((count, index) => {
    if (isTooFew(count)) hidden.add(index);
  });
  if (hidden.size === 0 || counts.length === 1) return hidden;
  const rest = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((one, other) => one.count - other.count);
  const sum = () => [...hidden].reduce((all, index) => all + (counts[index] ?? 0), 0);
  for (const { index } of rest) {
    if (hidden.size >= 2 && sum() >= fewest) break;
    hidden.add(index);
  }
  return hidden;
}
