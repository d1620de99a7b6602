import { address } from '../../../importers/reading/grid.js';
import { cellsOf, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { textLines } from '../printed/textWidth.js';
import { numberCell, rowXml, textCell } from './summaryCells.js';
import { leadingColumns, summaryHeader, type Heading } from './summaryHeader.js';
import { shownNumbers, totalLabel } from './summaryRow.js';
import type { SummaryTable } from './summaryTable.js';
import { SummaryTotals } from './summaryTotals.js';

const leadingWidths = [21, 28, 7];
const columnWidth = 11;
const lineHeight = 15;

/** How many lines of the sheet are its head: title, levels as printed, names of the cells. */
export function headLines(form: Form): number {
  return summaryHeader(form).levels.length + 2;
}

/** The sheet of a 汇总表, line by line: printed across, with its head and whose line it is in view. */
export async function* summarySheet({ form, title, rows }: SummaryTable): AsyncGenerator<string> {
  const { levels, keys } = summaryHeader(form);
  const head = headLines(form);
  const left = leadingColumns.length;
  const corner = address(head, left);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane xSplit="${left}" ySplit="${head}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${lineHeight}"/>`;
  const widths = [...leadingWidths, ...keys.map(() => columnWidth)];
  yield `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  yield rowXml(0, [textCell(0, 0, title, 'title')], 28);
  for (const [index, level] of levels.entries()) {
    const texts = new Map(level.map(({ column, text }) => [column, onLines(text)]));
    if (index === 0) for (const [column, text] of leadingColumns.entries()) texts.set(column, text);
    const cells = widths.map((_, column) => textCell(index + 1, column, texts.get(column) ?? '', 'head'));
    yield rowXml(index + 1, cells, lineHeight * Math.max(1, ...level.map(linesOf)));
  }
  yield rowXml(
    head - 1,
    [...leadingColumns, ...keys].map((text, column) => textCell(head - 1, column, text, 'names')),
  );
  const totals = new SummaryTotals(form);
  let row = head;
  for await (const { code, name, year, values } of rows) {
    totals.add(values);
    const who = [textCell(row, 0, code, 'text'), textCell(row, 1, name, 'text')];
    yield rowXml(row, [...who, numberCell(row, 2, `${year}`, 'count'), ...numbers(form, values, row, false)]);
    row += 1;
  }
  const label = [totalLabel, '', ''].map((text, column) => textCell(row, column, text, 'totalText'));
  yield rowXml(row, [...label, ...numbers(form, totals.values, row, true)]);
  yield '</sheetData>';
  yield mergedCells(levels);
  yield `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="8" scale="60" orientation="landscape" pageOrder="overThenDown"/><headerFooter><oddFooter>第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}

function numbers(form: Form, values: Values, row: number, isTotal: boolean): string[] {
  const texts = shownNumbers(form, values);
  return cellsOf(form).map(({ column }, index) => {
    const isMoney = column.quantity === 'money';
    const style = isTotal ? (isMoney ? 'totalMoney' : 'totalCount') : isMoney ? 'money' : 'count';
    return numberCell(row, leadingColumns.length + index, texts[index] ?? '', style);
  });
}

function linesOf({ column, lastColumn, text }: Heading): number {
  return textLines(onLines(text), (lastColumn - column + 1) * columnWidth);
}

/** The unit stands below the name of the column. */
function onLines(text: string): string {
  return text.replace(/（[件项万元]+）$/, '\n$&');
}

/** Headings stand over all their columns; whose line it is beside all levels. */
function mergedCells(levels: readonly (readonly Heading[])[]): string {
  const beside = leadingColumns.map((_, column) => `${address(1, column)}:${address(levels.length, column)}`);
  const over = levels.flatMap((level, index) =>
    level.flatMap(({ column, lastColumn }) => {
      const lastLevel = lastEmptyBelow(levels, index, column, lastColumn);
      if (lastColumn === column && lastLevel === index) return [];
      return [`${address(index + 1, column)}:${address(lastLevel + 1, lastColumn)}`];
    }),
  );
  const areas = [...beside, ...over].map((area) => `<mergeCell ref="${area}"/>`);
  return `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>`;
}

/** A heading takes the levels below it as long as nothing stands there. */
function lastEmptyBelow(
  levels: readonly (readonly Heading[])[],
  level: number,
  first: number,
  last: number,
): number {
  const next = levels[level + 1];
  if (!next || next.some(({ column, lastColumn }) => column <= last && lastColumn >= first)) return level;
  return lastEmptyBelow(levels, level + 1, first, last);
}
