/**
 * The part in per cent of the whole, to one decimal, as a canonical decimal string: exact, half a tenth away
 * from zero (四舍五入). null when the whole is not above zero: nothing is a percentage of nothing, and of a
 * decrease none that anybody could read.
 */
export function percentageOf(part: bigint, whole: bigint): string | null {
  if (whole <= 0n) return null;
  const size = part < 0n ? -part : part;
  // Twice the tenths, one added and halved, rounds half up.
  const tenths = (size * 2_000n + whole) / (whole * 2n);
  const digits = `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`}`;
  return part < 0n && tenths !== 0n ? `-${digits}` : digits;
}
