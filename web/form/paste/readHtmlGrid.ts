import { blankCell, squared, type Grid, type PastedCell } from './Grid.js';

/** No block worth pasting spans more. */
const mostSpan = 300;

/**
 * The largest table of text/html, parsed and never inserted: it may hold scripts. Spans are laid out, notes left
 * out, the stored number taken where the program gives it. null when there is no table.
 */
export function readHtmlGrid(html: string): Grid | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const tables = [...page.querySelectorAll('table')].filter((table) => table.querySelector('table') === null);
  const [largest] = tables.sort((one, other) => cellCount(other) - cellCount(one));
  if (!largest) return null;
  const rows: PastedCell[][] = [];
  [...largest.rows].forEach((line, row) => {
    const filled = (rows[row] ??= []);
    let column = 0;
    for (const cell of line.cells) {
      while (filled[column] !== undefined) column += 1;
      const height = Math.min(mostSpan, Math.max(1, cell.rowSpan), largest.rows.length - row);
      const width = Math.min(mostSpan, Math.max(1, cell.colSpan));
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < width; right += 1)
          (rows[row + down] ??= [])[column + right] =
            down + right === 0 ? readCell(cell) : { ...blankCell, covered: true };
      column += width;
    }
  });
  return squared(rows.map((row) => Array.from(row, (cell) => cell ?? blankCell)));
}

function cellCount(table: HTMLTableElement): number {
  return table.querySelectorAll('td, th').length;
}

function readCell(cell: HTMLTableCellElement): PastedCell {
  const copy = cell.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return blankCell;
  for (const note of copy.querySelectorAll('comment, script, style, [hidden], .comment, del, s, strike'))
    note.remove();
  for (const end of copy.querySelectorAll('br, p, div')) end.before(' ');
  const text = (copy.textContent ?? '').replace(/[\s\u00A0]+/g, ' ').trim();
  const number = cell.getAttribute('sdval') ?? cell.getAttribute('x:num');
  // The stored number of an error is 0 and of a word 1: what is shown says which it is.
  const isNumber = number !== null && number !== '' && /\d/.test(text) && !text.startsWith('#');
  return { text, stored: isNumber ? plainNumber(number) : null, covered: false };
}

/** 1.5E-3 as 0.0015: a plain decimal string; null when it is no number. */
function plainNumber(text: string): string | null {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return null;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const rest = padded.slice(at).replace(/0+$/, '');
  const front = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  return `${sign === '-' ? '-' : ''}${front}${rest && `.${rest}`}`;
}
