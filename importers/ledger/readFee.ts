import { yesWords, noWords } from './words/otherWords.js';

/**
 * What was charged, in 元; null when nothing was asked. That something was asked, without an amount, is 0:
 * nobody says how much.
 */
export function readFee(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,¥￥元]/g, '')
    .toLowerCase();
  if (/^\d{1,9}(?:\.\d{1,4})?$/.test(plain)) {
    const amount = plain
      .replace(/^0+(?=\d)/, '')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
    return amount === '0' ? null : amount;
  }
  if (noWords.includes(plain) || !yesWords.includes(plain)) return null;
  return '0';
}
