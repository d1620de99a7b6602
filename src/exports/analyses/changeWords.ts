/** 比2023年增加 120 件，增长 3.5% — what a number is beside the one before, in words. */
export function changeWords(
  before: number,
  unit: string,
  { difference, percentage }: { readonly difference: string | null; readonly percentage: string | null },
): string {
  if (difference === null) return `，${before}年没有可比的数`;
  if (/^-?0(?:\.0+)?$/.test(difference)) return `，与${before}年相同`;
  const isLess = difference.startsWith('-');
  const size = difference.replace('-', '');
  const part = percentage === null ? '' : `，${isLess ? '下降' : '增长'}${percentage.replace('-', '')}%`;
  return `，比${before}年${isLess ? '减少' : '增加'}${size}${unit}${part}`;
}
