/** How many characters must be added, removed or replaced to make one text the other. */
export function editDistance(one: string, other: string): number {
  const columns = [...other];
  let distances = [0, ...columns.map((_, index) => index + 1)];
  for (const [row, character] of [...one].entries()) {
    const next = [row + 1];
    for (const [column, compared] of columns.entries())
      next.push(
        Math.min(
          (next[column] ?? 0) + 1,
          (distances[column + 1] ?? 0) + 1,
          (distances[column] ?? 0) + (character === compared ? 0 : 1),
        ),
      );
    distances = next;
  }
  return distances.at(-1) ?? 0;
}
