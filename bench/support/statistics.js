/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
}

/** The median of the ratios of the rounds: what disturbs one round disturbs both of its sides. */
export function medianRatio(ours, theirs) {
  return median(ours.map((number, round) => number / theirs[round]));
}

/** How much y grows when x grows by one, by least squares. */
export function slope(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const meanX = mean(({ x }) => x);
  const meanY = mean(({ y }) => y);
  const shared = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return shared / points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}
