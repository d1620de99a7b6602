import { wholeText } from '../../../src/text/wholeText.js';
import type { Limits } from '../../files/limits.js';
import { tooManyCells, tooManySheets, tooMuchText } from '../../files/overLimit.js';
import type { Part } from '../../files/storedZip.js';
import type { Grid } from '../grid.js';
import { cellLeftOut } from '../textLook.js';
import { cellLooks } from './cellLooks.js';
import { formatsOfConditions } from './conditionalFormats.js';
import { NotUnderstood } from './NotUnderstood.js';
import { numberFormats } from './numberFormats.js';
import { sharedStrings } from './sharedStrings.js';
import { sheetRows } from './sheetRows.js';
import { workbookSheets, type PartOf } from './workbookSheets.js';

/**
 * The sheets of an .xlsx workbook from the parts of its package; null when anything in it is not known for
 * certain, so that another reader takes it.
 */
export function xlsxGrids(parts: readonly Part[], limits: Limits): Grid[] | null {
  try {
    return readSheets(parts, limits);
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

function readSheets(parts: readonly Part[], limits: Limits): Grid[] {
  const partOf = partsByName(parts);
  const { sheets, strings, styles, from1904 } = workbookSheets(partOf);
  if (sheets.length > limits.sheets) throw tooManySheets(limits);
  if (sheets.length === 0 || new Set(sheets.map(({ name }) => name)).size < sheets.length)
    throw new NotUnderstood('two sheets of one name');
  const looks = styles === null ? null : partOf(styles);
  const formatLooks = cellLooks(looks);
  const context = {
    strings: sharedStrings(strings === null ? null : partOf(strings)),
    formats: numberFormats(looks),
    looks: formatLooks,
    leftOut: formatLooks.map(cellLeftOut),
    from1904,
    conditionalFormats: formatsOfConditions(looks),
  };
  let cells = 0;
  let characters = 0;
  const countText = (more: number): void => {
    characters += more;
    if (characters > limits.textCharacters) throw tooMuchText(limits);
  };
  return sheets.flatMap(({ name: written, isHidden, part }) => {
    if (part === null) return [];
    const xml = partOf(part);
    if (xml === null) throw new NotUnderstood('a sheet without its part');
    const name = wholeText(written);
    const read = sheetRows(xml, name, context, countText);
    for (const row of read.rows) cells += row.cells.length;
    if (cells > limits.filledCells) throw tooManyCells(limits);
    return [
      {
        name,
        kind: 'sheet',
        hidden: isHidden,
        ...read,
        ...(from1904 && { from1904: true as const }),
      },
    ];
  });
}

/** Names of parts are the same in capital letters. */
function partsByName(parts: readonly Part[]): PartOf {
  const byName = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
  return (name) => {
    const bytes = byName.get(name.toLowerCase())?.bytes;
    if (!bytes) return null;
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const xml = bytes.toString('latin1', marked ? 3 : 0);
    const encoding = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(xml)?.[1];
    if (encoding !== undefined && !/^utf-?(8|16)$/i.test(encoding)) throw new NotUnderstood(encoding);
    return xml;
  };
}
