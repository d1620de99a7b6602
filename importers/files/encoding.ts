import type { Encoding } from '../draft/draft.js';
import { RefusedFile } from './refusedFile.js';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file: by its byte order mark, else as strict UTF-8, else as strict GB18030 (what a
 * Chinese Excel saves as CSV). UTF-16 without a mark only where every other byte of it is certain.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = byMark(bytes) ?? unmarkedUtf16(bytes) ?? strict(bytes, 'utf-8') ?? strict(bytes, 'gb18030');
  if (!decoded)
    throw new RefusedFile(
      'ENCODING_UNKNOWN',
      '文件的文字编码无法确定：既不是 UTF-8、UTF-16，也不是 GB18030。请用 WPS 或 Excel 另存为 .xlsx 后重新上传。',
    );
  const nul = decoded.text.indexOf('\0');
  if (nul >= 0)
    throw new RefusedFile(
      'UNREADABLE',
      '文件里有空字符（NUL），不是正常的文本文件。请用 WPS 或 Excel 打开原文件，另存为 .xlsx 后重新上传。',
      `第${decoded.text.slice(0, nul).split('\n').length}行`,
    );
  return decoded;
}

function byMark(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return strict(bytes, 'utf-8', 'utf-8-bom');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict(bytes, 'utf-16be');
  return null;
}

/** Line breaks, tabs, commas and digits of a UTF-16 table have a zero as their high byte; nothing else does. */
function unmarkedUtf16(bytes: Uint8Array): DecodedText | null {
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return null;
  const zeros = [0, 0];
  bytes.forEach((byte, index) => byte === 0 && (zeros[index % 2] = (zeros[index % 2] ?? 0) + 1));
  const [even = 0, odd = 0] = zeros;
  const enough = bytes.length / 20;
  if (even === 0 && odd > enough) return readable(strict(bytes, 'utf-16le'));
  if (odd === 0 && even > enough) return readable(strict(bytes, 'utf-16be'));
  return null;
}

/** Certain only when no character is one that no text has. */
function readable(decoded: DecodedText | null): DecodedText | null {
  return decoded && /[\0-\x08\x0e-\x1f\ufffe\uffff\ue000-\uf8ff]/.test(decoded.text) ? null : decoded;
}

function strict(
  bytes: Uint8Array,
  label: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be',
  encoding: Encoding = label,
): DecodedText | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
