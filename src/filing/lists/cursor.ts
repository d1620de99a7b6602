import { Refusal } from '../refusal.js';
import { shortened } from '../../text/shortened.js';

type Key = string | number;

export type KeyType = 'text' | 'int' | 'bigint' | 'uuid' | 'timestamptz';

const largestInt = 2 ** 31 - 1;

const patterns = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/,
  text: /^[^\0]*$/,
} as const;

/** Where a list goes on: the keys of the last item, opaque to whoever asks. */
export function cursorOf(keys: readonly Key[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys of a cursor, which must be of the given types. `argument` is where it was given. */
export function parseCursor(
  cursor: string,
  types: readonly KeyType[],
  argument: 'after' | 'before' = 'after',
): Key[] {
  const keys = parse(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(keys) || keys.length !== types.length) throw refused(cursor, argument);
  return keys.map((key: unknown, index) => {
    const type = types[index];
    if (type && isOfType(key, type)) return key;
    throw refused(cursor, argument);
  });
}

/** A cursor made up by somebody must not reach the database. */
function isOfType(key: unknown, type: KeyType): key is Key {
  if (type === 'int') return typeof key === 'number' && Number.isInteger(key) && Math.abs(key) <= largestInt;
  if (type === 'bigint') return typeof key === 'number' && Number.isSafeInteger(key);
  if (typeof key !== 'string' || !patterns[type].test(key)) return false;
  return type !== 'timestamptz' || isMoment(key);
}

/** `2025-02-01 10:00:00.123+00`: a day that there is, and an offset that there is. */
function isMoment(text: string): boolean {
  const [, hours = ''] = /[+-](\d\d)(:\d\d)?$/.exec(text) ?? [];
  const written = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  return Number(hours) <= 14 && !Number.isNaN(Date.parse(written));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refused(cursor: string, argument: 'after' | 'before'): Refusal {
  const [page, end] = argument === 'after' ? ['上一页', '头'] : ['下一页', '末尾'];
  return new Refusal(
    'INVALID_REQUEST',
    `${argument} 的值“${shortened(cursor, 100)}”不是本列表给出的游标。请原样使用${page}答复中的游标；不写 ${argument} 从${end}取起。`,
    [argument],
  );
}
