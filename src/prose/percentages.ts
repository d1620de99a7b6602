/** A percentage as prose gives it: 占总数的33.3%. */
export interface ProsePercentage {
  /** In units of the last decimal given: 333 for 33.3%. */
  readonly value: bigint;
  /** How many decimals it was given with. */
  readonly decimals: number;
  /** Where it begins in the text, and where its sign ends. */
  readonly from: number;
  readonly to: number;
}

const pattern = /(?<![\d.])(\d{1,6})(?:\.(\d{1,6}))?[%％]/g;

/** Every percentage of a text, in order. */
export function percentagesIn(text: string): ProsePercentage[] {
  if (!/[%％]/.test(text)) return [];
  return [...text.matchAll(pattern)].map((match) => {
    const [whole, digits = '', fraction = ''] = match;
    return {
      value: BigInt(digits + fraction),
      decimals: fraction.length,
      from: match.index,
      to: match.index + whole.length,
    };
  });
}

/** Whether part ÷ whole is this percentage, rounded or cut off to its decimals. `whole` is not zero. */
export function isShare({ value, decimals }: ProsePercentage, part: bigint, whole: bigint): boolean {
  const scaled = part * 100n * 10n ** BigInt(decimals);
  const cut = scaled / whole;
  return value === cut || (value === cut + 1n && (scaled % whole) * 2n >= whole);
}

/** part ÷ whole in per cent with two decimals, rounded, as a person would check it. */
export function percentageText(part: bigint, whole: bigint): string {
  const hundredths = (part * 20_000n + whole) / (2n * whole);
  return `${hundredths / 100n}.${`${hundredths % 100n}`.padStart(2, '0')}%`;
}
