/** How many characters must be added, removed or replaced to make one text the other. */
export function editDistance(one: string, other: string): number {
  const columns = [...other];
  // One row of the table of distances, overwritten from left to right.
  const distances = Uint32Array.from({ length: columns.length + 1 }, (_, column) => column);
  let row = 0;
  for (const character of one) {
    let aboveLeft = row;
    let left = (row += 1);
    distances[0] = row;
    for (let column = 1; column < distances.length; column += 1) {
      const above = distances[column] ?? 0;
      const replaced = aboveLeft + (character === columns[column - 1] ? 0 : 1);
      left = Math.min(left + 1, above + 1, replaced);
      distances[column] = left;
      aboveLeft = above;
    }
  }
  return distances.at(-1) ?? 0;
}
