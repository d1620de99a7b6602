import type exceljs from 'exceljs';
import { textLines } from '../printed/textWidth.js';

/** A file with more faults than this is not mended from a list. */
export const mostListed = 1_000;

export interface ListColumn {
  readonly head: string;
  /** In digits. */
  readonly width: number;
  readonly isCentred?: true;
  /** For programs: people have no need to see it. Stands behind all others. */
  readonly isHidden?: true;
}

export interface ListRow {
  readonly values: readonly exceljs.CellValue[];
  /** Colour of its first two cells, and of the one that waits for a text. */
  readonly fill?: string;
  /** Which of its cells is to be filled in, from 0. */
  readonly toFill?: number | undefined;
}

export interface List {
  readonly name: string;
  readonly title: string;
  /** Lines of help below the title. */
  readonly hints: readonly string[];
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  readonly whenEmpty: string;
  /** How many rows had no room; none when not above 0. */
  readonly more: number;
}

const line = { style: 'thin' as const, color: { argb: 'FF808080' } };
const frame = { top: line, left: line, bottom: line, right: line };
const font = { name: '宋体', size: 10 };
const lineHeight = 14;
const solid = (argb: string) => ({
  type: 'pattern' as const,
  pattern: 'solid' as const,
  fgColor: { argb },
});

/** A sheet that lists something, ready to print: landscape, as wide as the page, the head on every page. */
export function drawList(workbook: exceljs.Workbook, list: List): void {
  const { columns } = list;
  const head = list.hints.length + 2;
  const sheet = workbook.addWorksheet(list.name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${head}:${head}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', ySplit: head }],
  });
  sheet.columns = columns.map(({ width, isHidden = false }) => ({ width, hidden: isHidden }));
  const shown = columns.filter(({ isHidden }) => !isHidden);
  const width = shown.reduce((sum, column) => sum + column.width, 0);
  const across = (row: number, text: string, style: Partial<exceljs.Font>) => {
    const cell = sheet.getCell(row, 1);
    cell.value = text;
    cell.font = { ...font, ...style };
    cell.alignment = { vertical: 'middle', wrapText: true };
    sheet.mergeCells(row, 1, row, shown.length);
    sheet.getRow(row).height = textLines(text, width) * lineHeight + 6;
  };
  across(1, list.title, { name: '黑体', size: 14 });
  sheet.getRow(1).height = 28;
  list.hints.forEach((hint, index) => across(index + 2, hint, {}));
  columns.forEach(({ head: text }, index) => {
    const cell = sheet.getCell(head, index + 1);
    Object.assign(cell, { value: text, font: { ...font, bold: true }, border: frame });
    cell.fill = solid('FFE7E6E6');
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
  });
  sheet.getRow(head).height = 20;
  list.rows.forEach(({ values, fill, toFill }, index) => {
    const row = head + 1 + index;
    let lines = 1;
    columns.forEach((column, place) => {
      const cell = sheet.getCell(row, place + 1);
      const value = values[place] ?? '';
      cell.value = value === '' ? null : value;
      const isLink = typeof value === 'object' && value !== null;
      cell.font = isLink ? { ...font, color: { argb: 'FF0563C1' }, underline: true } : font;
      cell.border = frame;
      cell.alignment = {
        horizontal: column.isCentred ? 'center' : 'left',
        vertical: 'middle',
        wrapText: !column.isHidden,
      };
      if (fill !== undefined && (place < 2 || place === toFill)) cell.fill = solid(fill);
      if (typeof value === 'string' && !column.isHidden)
        lines = Math.max(lines, textLines(value, column.width));
    });
    sheet.getRow(row).height = Math.min(409, lines * lineHeight + 6);
  });
  const end = head + 1 + list.rows.length;
  if (list.rows.length === 0) across(end, list.whenEmpty, {});
  else if (list.more > 0) across(end, `另有 ${list.more} 条没有列出。`, {});
}
