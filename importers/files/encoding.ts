import type { Encoding } from '../draft/draft.js';
import { RefusedFile } from './refusedFile.js';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file: by its byte order mark, else as strict UTF-8, else as strict GB18030 (what a
 * Chinese Excel saves as CSV). UTF-16 without a mark only where nothing else can be meant.
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

/** A text in UTF-16 has zeros, its line breaks and digits for one; read from the wrong end it is gibberish. */
function unmarkedUtf16(bytes: Uint8Array): DecodedText | null {
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return null;
  const [first, second] = (['utf-16le', 'utf-16be'] as const)
    .flatMap((label) => strict(bytes, label) ?? [])
    .map((decoded) => ({ decoded, share: usualShare(decoded.text) }))
    .sort((one, other) => other.share - one.share);
  if (!first || first.share < leastUsual || (second && second.share > mostUsual)) return null;
  return first.decoded;
}

const leastUsual = 0.98;
const mostUsual = 0.8;
const sampled = 100_000;
/** What Chinese and tables are written in. */
const usual =
  /[\t\r\n\x20-\x7e\u00a0-\u00ff\u2010-\u2026\u2460-\u24ff\u2500-\u257f\u25a0-\u25ff\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]/g;

/** How many characters of a text are such; of one without line breaks and digits, none. */
function usualShare(text: string): number {
  const sample = text.slice(0, sampled);
  if (!/[\r\n\d]/.test(sample)) return 0;
  return (sample.match(usual)?.length ?? 0) / sample.length;
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
