import { commandLineName } from '../access/actor.js';
import { Refusal } from '../refusal.js';
import { storableText } from '../storable.js';
import { shortened } from '../../text/shortened.js';

/** 账号: letters, digits, Chinese characters, and what e-mail addresses have between them. No brackets. */
const allowed = /^[\p{L}\p{N}._@-]{1,50}$/u;

/** INVALID_REQUEST for what is no name of an account. */
export function cleanAccountName(given: string): string {
  const name = storableText(given).normalize('NFKC').trim();
  if (allowed.test(name) && name !== commandLineName) return name;
  throw new Refusal(
    'INVALID_REQUEST',
    `账号“${shortened(name, 60)}”不合要求：1 至 50 个字母、数字、汉字或 . _ - @。`,
    ['name'],
  );
}

export function cleanDisplayName(given: string): string {
  const name = storableText(given).trim();
  if (name !== '' && name.length <= 50) return name;
  throw new Refusal('INVALID_REQUEST', '请填写姓名（1 至 50 字）。', ['displayName']);
}

/** Capitals and full-width letters mean the same. */
export function nameKey(name: string): string {
  return storableText(name).normalize('NFKC').trim().toLowerCase();
}

/** How the audit trail names somebody. The account is unique, so this is. */
export function actorName({
  name,
  displayName,
}: {
  readonly name: string;
  readonly displayName: string;
}): string {
  return displayName === name ? name : `${displayName}（${name}）`;
}
