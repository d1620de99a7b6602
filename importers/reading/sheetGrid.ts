import type { CellObject, WorkSheet } from '@e965/xlsx';
import { address, type Grid, type GridCell, type GridRow } from './grid.js';
import { formulaKind } from './formulaKind.js';
import type { LeftOutText, LeftOutTexts } from './xls/leftOutTexts.js';
import { mergedAreas } from './mergedAreas.js';
import { numberContent } from './numberContent.js';
import { wholeText } from '../../src/text/wholeText.js';
import { leftOutSigns } from '../files/openDocument/leftOutCells.js';
import type { OldWriter } from '../files/oldWriter.js';
import { broken } from '../files/zipEntries.js';

/** The largest sheet a spreadsheet program can hold. */
const lastRow = 1_048_575;
const lastColumn = 16_383;

/** What is known of the file that a sheet comes from. */
export interface SheetSource {
  /** False of an OpenDocument and a web page: what a cell shows says how its number is meant. */
  readonly hasFormatCodes: boolean;
  /** Of an old workbook. */
  readonly writer?: OldWriter;
  /** Of a sheet of an old workbook: what its cells say without what is left out of them. */
  readonly leftOutTexts?: LeftOutTexts | undefined;
}

/** The filled cells of a sheet. Cells of a merged area other than its top-left one hold nothing. */
export function sheetGrid(
  sheet: WorkSheet,
  name: string | null,
  {
    isHidden,
    countText,
    source,
  }: {
    readonly isHidden: boolean;
    readonly countText: (characters: number) => void;
    readonly source: SheetSource;
  },
): Grid {
  const data = sheet['!data'] ?? [];
  const areas = mergedAreas(sheet['!merges'] ?? []);
  const rows: GridRow[] = [];
  // Only indices that exist: a hostile address may make an array four thousand million long.
  for (const key of Object.keys(data)) {
    const row = Number(key);
    const line = data[row];
    if (!line) continue;
    const area = areas.inRow(row);
    const cells: GridCell[] = [];
    for (const columnKey of Object.keys(line)) {
      const column = Number(columnKey);
      const cell = line[column];
      if (!cell) continue;
      if (row > lastRow || column > lastColumn)
        throw broken('单元格的地址超出工作表的范围', name ?? undefined);
      const last = area(column);
      if (last === null) continue;
      const found = withoutLeftOut(contentOf(cell, source), source.leftOutTexts?.(row, column));
      if (!found) continue;
      countText(found.text.length);
      const content = { ...found, text: wholeText(found.text) };
      const at = name === null ? address(row, column) : `${name}!${address(row, column)}`;
      cells.push({ column, at, lastColumn: last, ...content });
    }
    if (cells.length === 0) continue;
    rows.push({ row, cells, width: null, ...(sheet['!rows']?.[row]?.hidden && { hidden: true }) });
  }
  return { name, kind: 'sheet', hidden: isHidden, rows, hiddenColumns: hiddenColumns(sheet), ...areas.down };
}

type Content = Pick<GridCell, 'text' | 'number' | 'serial' | 'fault' | 'format' | 'leftOut'>;

/**
 * Programs that cannot calculate leave an empty text behind, and LibreOffice writes a text into an .xls as the
 * number 0 where the cell is formatted as a number.
 */
function hasNoResult(cell: CellObject, formula: string, { writer }: SheetSource): boolean {
  const kind = formulaKind(formula);
  if (cell.t === 's' && cell.v === '') return writer === 'xlwt' || kind === 'number' || kind === 'truth';
  if (cell.t !== 'n') return false;
  if (!Number.isFinite(Number(cell.v))) return true;
  return (
    kind === 'text' ||
    kind === 'truth' ||
    (kind === 'numberOrText' && writer === 'LibreOffice' && cell.v === 0)
  );
}

function notCalculated({ f }: CellObject): Content {
  return { text: `=${f ?? ''}`, number: null, fault: 'FORMULA_NOT_CALCULATED' };
}

const signs = Object.entries(leftOutSigns) as ['struck' | 'hidden', string][];

/** null where the text has none of the signs for what is left out. */
function withoutSigns(text: string): Content | null {
  const leftOut = signs.filter(([, sign]) => text.includes(sign)).map(([why]) => why);
  if (leftOut.length === 0) return null;
  const kept = signs.reduce((rest, [, sign]) => rest.replaceAll(sign, ''), text);
  return { text: kept.trim() === '' ? '' : kept, number: null, leftOut };
}

function withoutLeftOut(content: Content | null, rest: LeftOutText | null | undefined): Content | null {
  if (!content || !rest || (rest.whole !== null && rest.whole !== content.text)) return content;
  return { text: rest.text, number: null, ...(rest.leftOut && { leftOut: rest.leftOut }) };
}

/** What a cell says; null for an empty one, styled or not. */
function contentOf(cell: CellObject, source: SheetSource): Content | null {
  if (cell.f !== undefined && hasNoResult(cell, String(cell.f), source)) return notCalculated(cell);
  switch (cell.t) {
    case 'n':
      return numberOf(cell, source);
    case 'e':
      return { text: cell.w ?? '#ERROR', number: null, fault: 'CELL_ERROR' };
    case 'z':
      // A formula without a cached result and a styled empty look alike but for the formula.
      if (cell.f === undefined && cell.F === undefined) return null;
      return notCalculated(cell);
    case 'b':
      return { text: cell.v ? 'TRUE' : 'FALSE', number: null };
    default: {
      const text = String(cell.v ?? '');
      const rest = source.hasFormatCodes ? null : withoutSigns(text);
      return rest ?? (text.trim() === '' ? null : { text, number: null });
    }
  }
}

function numberOf(cell: CellObject, { hasFormatCodes }: SheetSource): Content {
  const value = Number(cell.v);
  if (!Number.isFinite(value)) return { text: cell.w ?? String(cell.v), number: null };
  const code = typeof cell.z === 'string' ? cell.z : 'General';
  const content = numberContent(value, code, () => cell.w ?? null);
  if (hasFormatCodes || content.number === null) return content;
  return { text: cell.w ?? content.number, number: content.number };
}

function hiddenColumns(sheet: WorkSheet): number[] {
  const hidden: number[] = [];
  sheet['!cols']?.forEach((column, index) => column?.hidden && hidden.push(index));
  return hidden;
}
