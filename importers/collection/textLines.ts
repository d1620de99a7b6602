import { recordTooLong } from '../reading/delimited.js';
import type { Limits } from '../files/limits.js';
import type { FoundTable } from './findTable.js';
import { textPieces } from './textPieces.js';

/** Lines that end in one piece of the text. */
export interface PieceLines {
  readonly lines: readonly string[];
  /** To the end of the piece. */
  readonly bytesRead: number;
}

const quotes = {
  'utf-8': '"',
  'utf-8-bom': '"',
  gb18030: '"',
  'utf-16le': Buffer.from('"', 'utf16le'),
  'utf-16be': Buffer.from('"', 'utf16le').swap16(),
};

/** Without quotes every line is a record, and a delimiter is one wherever it stands. */
export function isWithoutQuotes(bytes: Buffer, { encoding }: FoundTable): boolean {
  return !bytes.includes(quotes[encoding]);
}

/** The lines of a text, those of one piece in memory at a time. A line too long is refused after all before it. */
export function* textLines(
  bytes: Buffer,
  { encoding, delimiter }: FoundTable,
  limits: Limits,
): Generator<PieceLines> {
  let begun: string[] = [];
  let size = 0;
  let count = 0;
  // A \r at the end of a piece may be half of a line end.
  let carried = '';
  for (const { text, bytesRead } of textPieces(bytes, encoding)) {
    const piece = carried + text;
    carried = piece.endsWith('\r') ? '\r' : '';
    const lines = piece.slice(0, piece.length - carried.length).split(/\r\n|\n|\r/);
    const last = lines.pop() ?? '';
    if (lines.length > 0) {
      lines[0] = begun.join('') + lines[0];
      yield { lines, bytesRead };
      count += lines.length;
      begun = [];
      size = 0;
    }
    begun.push(last);
    size += last.replaceAll(delimiter, '').length;
    if (size > limits.recordBytes) throw recordTooLong(count + 1, limits);
  }
  const line = begun.join('');
  if (line + carried !== '') yield { lines: [line], bytesRead: bytes.length };
}
