/** Counts, in the text of a package's parts, what a reader would have to build. */
export interface CellCount {
  cells: number;
  sheets: number;
}

const lessThan = '<';
/** The end of a name in a tag. */
const afterName = new Set([' ', '/', '>', '\t', '\n', '\r']);
const prefixed = /^<\w+:(c|sheet)[\s\/>]/;
const styledEmpty = /^<c r="[A-Z]+\d+"[^<>]*\/>/;
const longestTag = 16 * 1024;

/** Adds the cells and sheets of a piece of an .xlsx part, in any namespace. Cells with a style alone do not count. */
export function countWorkbookTags(piece: string, count: CellCount): void {
  for (let at = piece.indexOf(lessThan); at >= 0; at = piece.indexOf(lessThan, at + 1)) {
    const first = piece[at + 1];
    if (first === 'c' && afterName.has(piece[at + 2] ?? '')) {
      const end = piece.indexOf('>', at);
      const isEmpty = end > 0 && piece[end - 1] === '/' && end - at < longestTag;
      if (!isEmpty || !styledEmpty.test(piece.slice(at, end + 1))) count.cells += 1;
    } else if (first === 's' && piece.startsWith('sheet', at + 1) && afterName.has(piece[at + 6] ?? ''))
      count.sheets += 1;
    else if (first !== 'c' && first !== 'r' && first !== 'v' && first !== '/') {
      const name = prefixed.exec(piece.slice(at, at + 80))?.[1];
      if (name === 'c') count.cells += 1;
      else if (name === 'sheet') count.sheets += 1;
    }
  }
}

/**
 * What the spreadsheet reader would only trip over: cells that have a style but no content, as whole
 * formatted columns leave them by the thousand, and links, each of which may span a whole column.
 */
const unreadTags = /<c r="[A-Z]+\d+"[^<>]*\/>|<(?:\w+:)?hyperlink [^<>]*>/g;

export function withoutUnreadTags(piece: string): string {
  return piece.replace(unreadTags, '');
}

const columnTag = /<(?:\w+:)?col [^<>]*>/g;
const lastColumn = 16_384;

/**
 * Leaves out the columns that are not hidden, and those past the last one of a sheet: a reader builds every
 * column that a tag spans, and one tag may claim thousands of millions of them.
 */
export function hiddenColumnsOnly(): (piece: string) => string {
  let columns = 0;
  return (piece) =>
    piece.replace(columnTag, (tag) => {
      const [first, last] = ['min', 'max'].map((name) => Number(attribute(tag, name)));
      const spanned = Math.max(1, 1 + (last ?? 0) - (first ?? 0));
      if (!/\shidden\s*=\s*["'](1|true)/.test(tag) || !(columns + spanned <= lastColumn)) return '';
      columns += spanned;
      return tag;
    });
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["'](\\d+)`).exec(tag)?.[1] ?? '';
}

const openDocumentTags =
  /<(?:[^\s<>:\/]+:)?(table|table-row|table-cell|covered-table-cell)(?=[\s\/>])([^<>]*)>/g;

/**
 * Adds the cells and sheets of a piece of an OpenDocument part. A cell or a row says how often it is
 * repeated, and a reader builds each of them; an empty cell is written as a tag without content.
 */
export function openDocumentCounter(count: CellCount): (piece: string) => void {
  let rows = 1;
  return (piece) => {
    for (const [, tag = '', attributes = ''] of piece.matchAll(openDocumentTags)) {
      if (tag === 'table') count.sheets += 1;
      else if (tag === 'table-row') rows = repeated(attributes, 'rows');
      else if (tag === 'covered-table-cell') count.cells += repeated(attributes, 'columns');
      else if (!attributes.endsWith('/') || attributes.includes('value-type'))
        count.cells += rows * repeated(attributes, 'columns');
    }
  };
}

function repeated(attributes: string, what: 'rows' | 'columns'): number {
  const [, times = '1'] = new RegExp(`number-${what}-repeated\\s*=\\s*["'](\\d+)`).exec(attributes) ?? [];
  return Number(times);
}
