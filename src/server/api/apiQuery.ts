import { Refusal } from '../../filing/refusal.js';
import { shortened } from '../../text/shortened.js';

export type Query = Readonly<Record<string, unknown>>;

/** One text of an address; null when it is not given. INVALID_REQUEST when given twice or too long. */
export function textOf(query: Query, name: string): string | null {
  const given = query[name];
  if (given === undefined || given === '') return null;
  if (typeof given === 'string' && given.length <= 500) return given;
  throw new Refusal('INVALID_REQUEST', `${name} 只能写一个，不超过 500 字。`, [name]);
}

export function requiredText(query: Query, name: string, example: string): string {
  const text = textOf(query, name);
  if (text !== null) return text;
  throw new Refusal('INVALID_REQUEST', `请写明 ${name}，例如 ${name}=${example}。`, [name]);
}

export function wholeNumber(
  query: Query,
  name: string,
  { usual, least, most }: { readonly usual: number; readonly least: number; readonly most: number },
): number {
  const text = textOf(query, name);
  if (text === null) return usual;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Refusal('INVALID_REQUEST', `${name} 应为 ${least} 至 ${most} 的整数。`, [name]);
}

export function yearOf(query: Query): number | null {
  const text = textOf(query, 'year');
  if (text === null) return null;
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new Refusal('INVALID_REQUEST', 'year 应为四位数的年份，例如 2024。', ['year']);
}

export function requiredYear(query: Query): number {
  const year = yearOf(query);
  if (year !== null) return year;
  throw new Refusal('INVALID_REQUEST', '请写明 year，例如 year=2024。', ['year']);
}

/** Words of a closed list, separated by commas; null when not given. */
export function wordsOf<Word extends string>(
  query: Query,
  name: string,
  known: readonly Word[],
): readonly Word[] | null {
  const text = textOf(query, name);
  if (text === null) return null;
  return text.split(',').map((each) => {
    const word = known.find((candidate) => candidate === each.trim());
    if (word !== undefined) return word;
    throw new Refusal(
      'INVALID_REQUEST',
      `${name} 中没有“${shortened(each, 50)}”。可用：${known.join('、')}。`,
      [name],
    );
  });
}

/** What nobody knows would be left out without a word: it is refused. */
export function onlyKnown(query: Query, known: readonly string[]): void {
  const other = Object.keys(query).find((name) => !known.includes(name));
  if (other !== undefined)
    throw new Refusal(
      'INVALID_REQUEST',
      `不认识 ${shortened(other, 50)}。可用：${known.length > 0 ? known.join('、') : '没有参数'}。`,
    );
}
