import { numeralCharacters, parseChineseNumeral } from './chineseNumeral.js';

/** A whole number that prose gives with a unit such as 件. */
export interface ProseNumber {
  readonly value: bigint;
  /** Where it begins in the text. */
  readonly from: number;
  /** Where its unit ends. */
  readonly to: number;
}

/** How things that are counted one by one are counted. */
const counters = ['件', '起', '宗', '份', '例', '项', '条', '个'];

/** What makes a number a guess, before and after it, and 第, which makes it a place in an order. */
const guessedBefore =
  '大约|约|将近|接近|近|超过|超|逾|不足|不到|不少于|不超过|至少|至多|最多|第|每|[数几上](?=[十百千万])';
const guessedAfter = '余|多|来|几';
const guessedBehind = '左右|上下|以上|以下|以内|多';

/** Powers of ten. */
const scales: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
};

const pattern = new RegExp(
  `(?<![\\d.,]|\\d\\s|[${numeralCharacters}])(${guessedBefore})?` +
    `(?:(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?(${Object.keys(scales).join('|')})?|([${numeralCharacters}]+))` +
    `(${guessedAfter})?(?:${counters.join('|')})(${guessedBehind})?`,
  'g',
);

/** Where no figure stands before a counter there is no number; this is found many times faster. */
const countedAtAll = new RegExp(`[\\d${numeralCharacters}](?:${guessedAfter})?(?:${counters.join('|')})`);

/** Every exact whole number with its unit, in order: 1,234件, 1.2万件 (12,000), 十二件, 零件. */
export function numbersIn(text: string): ProseNumber[] {
  if (!countedAtAll.test(text)) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, before, arabic, fraction = '', scale, chinese, after, behind] = match;
    if ([before, after, behind].some((guess) => guess !== undefined)) return [];
    const value =
      chinese === undefined ? scaled(arabic ?? '', fraction, scale) : parseChineseNumeral(chinese);
    return value === null ? [] : [{ value, from: match.index, to: match.index + whole.length }];
  });
}

/** 1.2万 is 12,000 exactly; a fraction of an item is no count. */
function scaled(whole: string, fraction: string, scale: string | undefined): bigint | null {
  const places = scale === undefined ? 0 : (scales[scale] ?? 0);
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > places) return null;
  return BigInt(whole.replaceAll(',', '') + significant.padEnd(places, '0'));
}
