import { parseChineseNumeral } from './chineseNumeral.js';

/** A whole number that prose gives with a unit such as 件. */
export interface ProseNumber {
  readonly value: bigint;
  /** Where it begins and ends in the text, its unit included. */
  readonly from: number;
  readonly to: number;
}

/** 1,234件, 1.2万件, 十二件, 零件. What is said to be about a number (约、近、余、多) is none. */
const pattern =
  /(约|近|超过?|逾|不足|第)?(?:(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?|([零〇○一二两三四五六七八九十百千万亿]+))(万|亿)?(余|多)?(?:件|起|宗|份)/g;

const scales: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** Every exact whole number with its unit, in order. */
export function numbersIn(text: string): ProseNumber[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, before, arabic, fraction = '', chinese, scale, after] = match;
    if (before !== undefined || after !== undefined) return [];
    const value =
      chinese === undefined ? scaled(arabic ?? '', fraction, scale) : parseChineseNumeral(chinese);
    return value === null ? [] : [{ value, from: match.index, to: match.index + whole.length }];
  });
}

/** 1.2万 is 12,000 exactly; a fraction of an item is no count. */
function scaled(whole: string, fraction: string, scale: string | undefined): bigint | null {
  const places = scale === undefined ? 0 : (scales[scale] ?? 0);
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > places) return null;
  return BigInt(whole.replaceAll(',', '') + digits.padEnd(places, '0'));
}
