import { countWorkbookTags, openDocumentCounter, type CellCount } from './cellCount.js';
import type { Limits } from './limits.js';
import { tooManyCells, tooManySheets } from './overLimit.js';
import { RefusedFile } from './refusedFile.js';
import { encrypted } from './zipEntries.js';

/** Takes one part of a package piece by piece as it is inflated. */
export interface PartReader {
  take(piece: Buffer): void;
  /** The whole part, once every piece was taken. */
  finish(): Buffer;
}

/** A tag cut in two by the border of a piece waits for the rest, unless it is longer than any tag. */
const longestTag = 16 * 1024;

export function binaryPartReader(): PartReader {
  const pieces: Buffer[] = [];
  return { take: (piece) => pieces.push(piece), finish: () => joined(pieces) };
}

/** Reads an XML part, counting its cells and sheets; one count is shared by all parts of a package. */
export function xmlPartReader(isOpenDocument: boolean, count: CellCount, limits: Limits): PartReader {
  const pieces: Buffer[] = [];
  const countOpenDocument = openDocumentCounter(count);
  let inUtf8: ((piece: Buffer) => Buffer) | undefined;
  let waiting = '';

  const read = (text: string): void => {
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw doctype();
    if (isOpenDocument) {
      if (text.includes('encryption-data')) throw encrypted();
      countOpenDocument(text);
    } else countWorkbookTags(text, count);
    if (count.cells > limits.filledCells) throw tooManyCells(limits);
    if (count.sheets > limits.sheets) throw tooManySheets(limits);
  };

  return {
    take(piece) {
      inUtf8 ??= decoderOf(piece);
      const decoded = inUtf8(piece);
      pieces.push(decoded);
      const text = waiting + decoded.toString('latin1');
      const lastTag = text.lastIndexOf('<');
      const end = lastTag < 0 || text.length - lastTag > longestTag ? text.length : lastTag;
      waiting = text.slice(end);
      if (end > 0) read(text.slice(0, end));
    },
    finish() {
      if (waiting) read(waiting);
      return joined(pieces);
    },
  };
}

/** XML may be written in UTF-16, where no tag would be seen. Its first bytes tell. */
function decoderOf(first: Buffer): (piece: Buffer) => Buffer {
  const mark = first.toString('latin1', 0, 2);
  if (mark !== '\xff\xfe' && mark !== '\xfe\xff') return (piece) => piece;
  const decoder = new TextDecoder(mark === '\xff\xfe' ? 'utf-16le' : 'utf-16be');
  return (piece) => Buffer.from(decoder.decode(piece, { stream: true }), 'utf8');
}

function joined(pieces: readonly Buffer[]): Buffer {
  const [only] = pieces;
  return pieces.length === 1 && only ? only : Buffer.concat(pieces);
}

function doctype(): RefusedFile {
  return new RefusedFile(
    'DOCTYPE_FORBIDDEN',
    '文件内部带有 DOCTYPE 或 ENTITY 声明，正常的文件没有这种内容，已拒绝读取。请用 WPS 打开，把内容复制到新的文件后重新上传。',
  );
}
