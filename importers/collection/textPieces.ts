import { isUtf8 } from 'node:buffer';
import { wholeText } from '../../src/text/wholeText.js';
import type { Encoding } from '../draft/draft.js';

const pieceBytes = 64 * 1024;

/**
 * The encoding of a text that can be read piece by piece; null when it takes the whole text to tell, or
 * when it is no text.
 */
export function encodingOf(bytes: Buffer): Encoding | null {
  const marked = utf16Mark(bytes);
  if (marked) return isDecodable(bytes, marked) ? marked : null;
  if (bytes.includes(0)) return null;
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (isUtf8(bytes)) return hasMark ? 'utf-8-bom' : 'utf-8';
  return hasMark || !isDecodable(bytes, 'gb18030') ? null : 'gb18030';
}

function utf16Mark(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function isDecodable(bytes: Buffer, encoding: Encoding): boolean {
  try {
    for (const _ of textPieces(bytes, encoding));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The text piece by piece, with how many bytes it took so far. Throws a TypeError at what is no text. */
export function* textPieces(
  bytes: Buffer,
  encoding: Encoding,
): Generator<{ text: string; bytesRead: number }> {
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const end = Math.min(at + pieceBytes, bytes.length);
    const text = decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length });
    // A NUL is half of most characters in UTF-16; in other encodings a text that has one is not taken.
    yield { text: text.includes('\0') ? wholeText(text) : text, bytesRead: end };
  }
}
