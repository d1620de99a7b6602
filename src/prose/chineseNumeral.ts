/** Common and formal digits, from zero upwards. */
const digits = new Map(
  ['零一二三四五六七八九', '〇壹贰叁肆伍陆柒捌玖', '○'].flatMap((series) =>
    [...series].map((digit, value) => [digit, BigInt(value)] as const),
  ),
);
digits.set('两', 2n);

const units = new Map([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1000n],
  ['仟', 1000n],
]);

/** The characters of Chinese numerals, for use in a character class. */
export const numeralCharacters = [...digits.keys(), ...units.keys(), '万', '亿'].join('');

/** A year is written digit by digit, 二〇二四; 三五 without a unit is a guess: three to five. */
const shortestSequence = 4;

/**
 * 一百零三 is 103, 十二 is 12, 二〇二一 is 2021. null when it is no number, or one that people read in two
 * ways: 一万二, 三五.
 */
export function parseChineseNumeral(text: string): bigint | null {
  const characters = [...text];
  if (characters.length > 0 && characters.every((character) => digits.has(character))) {
    const isSequence = characters.length >= shortestSequence || /[零〇○]/.test(text);
    if (characters.length > 1 && !isSequence) return null;
    return characters.reduce((value, digit) => value * 10n + digits.get(digit)!, 0n);
  }
  return composed(text, '亿', 100_000_000n, (part) => composed(part, '万', 10_000n, belowTenThousand));
}

/** 三万零五: what stands before 万, in ten thousands, and what stands after it. */
function composed(
  text: string,
  mark: string,
  size: bigint,
  parse: (part: string) => bigint | null,
): bigint | null {
  const at = text.lastIndexOf(mark);
  if (at < 0) return parse(text);
  const rest = text.slice(at + mark.length);
  const high = composed(text.slice(0, at), mark, size, parse);
  // 一万二 is mostly 12,000.
  const low = rest === '' ? 0n : digits.has(rest) ? null : parse(rest);
  return high === null || high === 0n || low === null || low >= size ? null : high * size + low;
}

function belowTenThousand(text: string): bigint | null {
  let value = 0n;
  let digit: bigint | null = null;
  let lastUnit = 10_000n;
  let afterZero = false;
  for (const character of text) {
    const next = digits.get(character);
    const unit = units.get(character);
    if (next === 0n && digit === null) afterZero = true;
    else if (next !== undefined && next > 0n && digit === null) digit = next;
    else if (unit !== undefined && unit < lastUnit && (digit !== null || unit === 10n)) {
      value += (digit ?? 1n) * unit;
      [digit, lastUnit, afterZero] = [null, unit, false];
    } else return null;
  }
  if (digit === null) return value > 0n && !afterZero ? value : null;
  const isSpoken = (lastUnit === 100n || lastUnit === 1000n) && !afterZero;
  return isSpoken ? null : value + digit;
}
