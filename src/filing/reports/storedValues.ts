import { wholeNumber, type Values } from '../../cells.js';

/** Digits of a number that is exact as a `number`. */
const exactDigits = 15;
const [zero, comma, minus] = ['0', ',', '-'].map((sign) => sign.charCodeAt(0));

/** Reads the text form of a `bigint[]`, `{1,NULL,-3}`: the same from every driver, and the fastest. */
export function parseStoredValues(text: string): Values {
  if (text === '{}') return [];
  const values: (bigint | null)[] = [];
  const end = text.length - 1;
  for (let from = 1; from <= end;) {
    let size = 0;
    let at = from;
    for (; at < end && text.charCodeAt(at) !== comma; at += 1) size = size * 10 + text.charCodeAt(at) - zero!;
    const isPlain = at - from <= exactDigits && text.charCodeAt(from) !== minus && text[from] !== 'N';
    values.push(isPlain ? wholeNumber(size) : longValue(text.slice(from, at)));
    from = at + 1;
  }
  return values;
}

function longValue(text: string): bigint | null {
  return text === 'NULL' ? null : BigInt(text);
}
