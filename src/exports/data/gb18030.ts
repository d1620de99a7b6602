import iconv from 'iconv-lite';
import { Refusal } from '../../filing/refusal.js';

/** A text in GB18030. ENCODING_CANNOT_HOLD names the characters that would come back as others. */
export function encodeGb18030(text: string): Buffer {
  const bytes = iconv.encode(text, 'gb18030');
  if (decoded(bytes) === text) return bytes;
  const lost = [...new Set(text)].filter((each) => decoded(iconv.encode(each, 'gb18030')) !== each);
  const named = lost
    .slice(0, 10)
    .map(
      (each) => `“${each}”（U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`,
    );
  throw new Refusal(
    'ENCODING_CANNOT_HOLD',
    `GB18030 写不出${named.join('、')}${lost.length > 10 ? ` 等 ${lost.length} 个字符` : ''}。请改用 UTF-8，或先更正这些字。`,
    ['encoding'],
  );
}

/** null for what is no GB18030. */
function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
