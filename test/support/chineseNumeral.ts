const digits = [...'零一二三四五六七八九'];
const places = ['千', '百', '十', ''];
const groups: readonly (readonly [string, bigint])[] = [
  ['亿', 100_000_000n],
  ['万', 10_000n],
  ['', 1n],
];

/** 103 is 一百零三: the numeral people write for a whole number below a million million. */
export function chineseNumeral(value: bigint): string {
  if (value === 0n) return '零';
  const parts: string[] = [];
  let rest = value;
  for (const [name, size] of groups) {
    const count = rest / size;
    rest %= size;
    if (count === 0n) continue;
    if (parts.length > 0 && count < 1000n) parts.push('零');
    parts.push(belowTenThousand(count) + name);
  }
  return parts.join('').replace(/^一十/, '十');
}

function belowTenThousand(value: bigint): string {
  return [...value.toString().padStart(4, '0')]
    .map((digit, place) => (digit === '0' ? '零' : `${digits[Number(digit)]}${places[place]}`))
    .join('')
    .replace(/^零+/, '')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}
