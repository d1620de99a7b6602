import { oneLine } from '../../prose/oneLine.js';
import { sentencesOf } from '../../prose/sentences.js';
import { isFeeStatement } from './fee.js';
import { deniesFees } from './fees.js';

/** What a report says of the fee for processing information; null where it names no number, or several. */
export interface FeeStated {
  /** How many requests were charged. */
  readonly cases: bigint | null;
  /** How much in all, in 分. */
  readonly amount: bigint | null;
  /** The sentences that say so. */
  readonly text: string;
}

/** The section in which reports state it. */
export const feeSection = 'otherMatters';

const number = String.raw`(?<![\d.])(\d[\d,，]*(?:\.\d+)?)`;
const casesWritten = new RegExp(`${number}(?:件|笔|宗|人次|起)`, 'g');
/** Of several numbers of cases, those that were charged, not those that were asked to pay. */
const casesCharged = new RegExp(
  `(?:收取|实收|缴纳)[^\\d，,。；;]{0,12}${number}(?:件|笔|宗|人次|起)|对${number}件[^，,。；;]{0,12}收`,
  'g',
);
/** 发出收费通知的件数和总金额、实际收取的总金额: what was paid counts, not what was asked for. */
const amountPaid = new RegExp(`(?:实际收取|实收|实际缴纳)[^\\d，,。；;]{0,12}${number}(万)?元`, 'g');
const amountWritten = new RegExp(`${number}(万)?元`, 'g');

/** What 六 says of the fee, as fields; null where it says nothing of it. */
export function feeStated(text: string): FeeStated | null {
  const sentences = sentencesOf(text).filter(isFeeStatement);
  if (sentences.length === 0) return null;
  const said = sentences.map((sentence) => oneLine(sentence).replace(/《[^《》]*》/g, '')).join('');
  const amounts = (pattern: RegExp): bigint | null =>
    only([...said.matchAll(pattern)].map(([, digits, tens]) => inCents(digits, tens)));
  const amount = amounts(amountPaid) ?? amounts(amountWritten);
  const cases =
    only([...said.matchAll(casesCharged)].map(([, first, second]) => whole(first ?? second))) ??
    only([...said.matchAll(casesWritten)].map(([, digits]) => whole(digits)));
  const isNone = deniesFees(said) && !amount && !cases;
  return {
    cases: isNone || (amount === 0n && cases === null) ? 0n : cases,
    amount: isNone ? 0n : amount,
    text: sentences.join(''),
  };
}

/** The one number of which all of these are; null where there is none, or more than one. */
function only(numbers: readonly (bigint | null)[]): bigint | null {
  const [first = null, ...others] = numbers;
  return others.every((other) => other === first) ? first : null;
}

function whole(digits: string | undefined): bigint | null {
  const plain = digits?.replace(/[,，]/g, '');
  return plain !== undefined && /^\d{1,12}$/.test(plain) ? BigInt(plain) : null;
}

/** 1 元 is 100 分; what is finer cannot be said. */
function inCents(digits: string | undefined, tenThousands: string | undefined): bigint | null {
  const [units = '', decimals = ''] = (digits ?? '').replace(/[,，]/g, '').split('.');
  const places = tenThousands ? 6 : 2;
  if (units.length > 12 || /[^0]/.test(decimals.slice(places))) return null;
  return BigInt(units + decimals.slice(0, places).padEnd(places, '0'));
}
