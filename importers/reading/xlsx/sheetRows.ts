import type { Range } from '@e965/xlsx';
import { wholeText } from '../../../src/text/wholeText.js';
import { broken } from '../../files/zipEntries.js';
import { address, type GridCell, type Grid, type GridRow } from '../grid.js';
import { mergedAreas } from '../mergedAreas.js';
import { cellAddress, columnNumber, rowNumber } from './cellAddress.js';
import { colouredAreas } from './colouredAreas.js';
import { conditionalFormats } from './conditionalFormats.js';
import { extendedConditions } from './extendedConditions.js';
import { NotUnderstood } from './NotUnderstood.js';
import { sheetCell, type WorkbookContext } from './sheetCell.js';
import { XmlScanner } from './XmlScanner.js';

export type SheetRows = Pick<Grid, 'rows' | 'hiddenColumns' | 'mergedDown'>;

/** The filled cells of a sheet part. */
export function sheetRows(
  xml: string,
  sheet: string,
  context: WorkbookContext,
  countText: (characters: number) => void,
): SheetRows {
  const scanner = new XmlScanner(xml);
  scanner.enter('worksheet');
  const { prefix } = scanner;
  const hidden = new Set<number>();
  const rows: GridRow[] = [];
  const end = xml.lastIndexOf(`</${prefix === '' ? '' : `${prefix}:`}sheetData`);
  const behind = Math.max(0, end);
  const extended = extendedConditions(xml, behind);
  const isColoured = colouredAreas(xml, behind, prefix, extended);
  const conditional = conditionalFormats({ xml, from: behind, prefix }, context.conditionalFormats, extended);
  const areas = mergedAreas(end < 0 ? [] : mergedRanges(xml, end, prefix));
  while (scanner.next()) {
    if (scanner.prefix !== prefix || scanner.closes) continue;
    if (scanner.name === 'col') addHidden(scanner, hidden);
    if (scanner.name !== 'sheetData') continue;
    if (!scanner.isEmpty) readRows();
    break;
  }
  return { rows, hiddenColumns: [...hidden].sort((one, other) => one - other), ...areas.down };

  function readRows(): void {
    let row = -1;
    for (scanner.advance(); !(scanner.closes && scanner.name === 'sheetData'); scanner.advance()) {
      if (scanner.name !== 'row' || scanner.closes)
        throw new NotUnderstood(`<${scanner.name}> among the rows`);
      const number = scanner.attribute('r');
      const next = number === undefined ? row + 1 : rowNumber(number);
      if (next <= row && !scanner.isEmpty && rows.some((other) => other.row === next))
        throw broken(`第 ${next + 1} 行写了两次`, sheet);
      if (next <= row) throw new NotUnderstood('rows out of order');
      row = next;
      const isHidden = /^(1|true)$/.test(scanner.attribute('hidden') ?? '');
      const cells = scanner.isEmpty ? [] : readCells(row);
      if (cells.length > 0) rows.push({ row, cells, width: null, ...(isHidden && { hidden: true }) });
    }
    if (scanner.start !== end) throw new NotUnderstood('rows in two places');
  }

  function readCells(row: number): GridCell[] {
    const reach = areas.inRow(row);
    const cells: GridCell[] = [];
    let column = -1;
    for (scanner.advance(); !(scanner.closes && scanner.name === 'row'); scanner.advance()) {
      if (scanner.name !== 'c' || scanner.closes) throw new NotUnderstood(`<${scanner.name}> in a row`);
      const place = scanner.attribute('r');
      // A cell without an address stands after the one before it, also where that one is empty.
      const next = place === undefined ? { row, column: column + 1 } : cellAddress(place);
      if (next.row === row && cells.some((other) => other.column === next.column) && !scanner.isEmpty)
        throw broken(`单元格 ${address(row, next.column)} 写了两次`, sheet);
      if (next.row !== row || next.column <= column) throw new NotUnderstood('cells out of order');
      column = next.column;
      const content = sheetCell(scanner, context, () => isColoured(row, next.column));
      const lastColumn = content && reach(column);
      if (!content || lastColumn === null) continue;
      countText(content.text.length);
      cells.push({
        column,
        at: `${sheet}!${address(row, column)}`,
        lastColumn,
        ...content,
        ...(content.number !== null && formatHere(row, content.number, content.format)),
        text: wholeText(content.text),
      });
    }
    return cells;

    function formatHere(row: number, number: string, own = 'General'): Pick<GridCell, 'format'> {
      const format = conditional?.(row, column, number, own);
      return format === undefined ? {} : { format };
    }
  }
}

function addHidden(scanner: XmlScanner, hidden: Set<number>): void {
  if (!/^(1|true)$/.test(scanner.attribute('hidden') ?? '')) return;
  const last = columnNumber(scanner.attribute('max'));
  for (let column = columnNumber(scanner.attribute('min')); column <= last; column += 1) hidden.add(column);
}

/** Merged areas stand behind the rows. */
function mergedRanges(xml: string, from: number, prefix: string): Range[] {
  const list = xml.indexOf(`<${prefix === '' ? '' : `${prefix}:`}mergeCells`, from);
  if (list < 0) return [];
  if (xml.includes('<!', from)) throw new NotUnderstood('a comment behind the rows');
  const ranges: Range[] = [];
  const scanner = new XmlScanner(xml, list);
  scanner.advance();
  if (scanner.isEmpty) return [];
  for (scanner.advance(); !scanner.closes || scanner.name === 'mergeCell'; scanner.advance()) {
    if (scanner.closes) continue;
    const [first = '', last = first] = (scanner.attribute('ref') ?? '').split(':');
    const [start, end] = [cellAddress(first), cellAddress(last)];
    ranges.push({ s: { r: start.row, c: start.column }, e: { r: end.row, c: end.column } });
  }
  return ranges;
}
