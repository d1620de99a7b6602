const digits = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, BigInt(value)]));
digits.set('〇', 0n).set('○', 0n).set('两', 2n);

const tens = new Map([
  ['十', 10n],
  ['百', 100n],
  ['千', 1000n],
]);

const groups = new Map([
  ['万', 10_000n],
  ['亿', 100_000_000n],
]);

/** 一百零三 is 103, 十二 is 12, 二〇二一 is 2021; null when it is no number. */
export function parseChineseNumeral(text: string): bigint | null {
  if (text === '') return null;
  if ([...text].every((character) => digits.has(character)))
    return [...text].reduce((value, digit) => value * 10n + digits.get(digit)!, 0n);
  let total = 0n;
  let group = 0n;
  let digit: bigint | null = null;
  for (const character of text) {
    const unit = tens.get(character);
    const size = groups.get(character);
    if (digits.has(character)) {
      if (digit !== null && digit !== 0n) return null;
      digit = digits.get(character)!;
    } else if (unit !== undefined) {
      group += (digit === null || digit === 0n ? 1n : digit) * unit;
      digit = null;
    } else if (size !== undefined) {
      group += digit ?? 0n;
      if (total + group === 0n) return null;
      // 一万亿: what stands before 亿 counts as a whole.
      if (size > 10_000n) [total, group] = [(total + group) * size, 0n];
      else [total, group] = [total + group * size, 0n];
      digit = null;
    } else return null;
  }
  return total + group + (digit ?? 0n);
}

/** 103 is 一百零三: the numeral people write for a whole number below a million million. */
export function chineseNumeral(value: bigint): string {
  if (value === 0n) return '零';
  const parts: string[] = [];
  let rest = value;
  for (const size of ['亿', '万', '']) {
    const unit = groups.get(size) ?? 1n;
    const count = rest / unit;
    rest %= unit;
    if (count === 0n) continue;
    if (parts.length > 0 && count < 1000n) parts.push('零');
    parts.push(belowTenThousand(count) + size);
  }
  return parts.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

function belowTenThousand(value: bigint): string {
  const names = [...'零一二三四五六七八九'];
  const places = ['千', '百', '十', ''];
  return value
    .toString()
    .padStart(4, '0')
    .split('')
    .map((digit, place) => (digit === '0' ? '零' : `${names[Number(digit)]}${places[place]}`))
    .join('')
    .replace(/^零+/, '')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}
