import type { CellKey } from '../../cells.js';
import type { Form, Section } from '../../forms/form.js';
import type { CellKind, PrintedCell } from './printedCell.js';
import { columnCount } from './columnCount.js';
import { printOneLine } from './printOneLine.js';
import { printRows } from './printRows.js';
import { textWidth } from './textWidth.js';

/** The official layout of a form: everything stacked on one sheet, in the order of the notice. */
export interface PrintedForm {
  readonly cells: readonly PrintedCell[];
  readonly rows: number;
}

export interface FormTexts {
  readonly title: string;
  /** The paragraphs of a prose section; one empty line where there are none. */
  readonly paragraphs: (section: Section) => readonly string[];
}

/** A spreadsheet shows no line higher than 409 points: a long paragraph is given several, merged. */
const lineCapacity = 1600;

export function printForm(form: Form, texts: FormTexts): PrintedForm {
  const cells: PrintedCell[] = [];
  let row = 0;
  const wide = (kind: CellKind, text: string) => {
    const lastRow = row + Math.max(0, Math.ceil(textWidth(text) / lineCapacity) - 1);
    cells.push({ row, column: 0, lastRow, lastColumn: columnCount - 1, kind, text });
    row = lastRow + 1;
  };
  wide('title', texts.title);
  for (const section of form.sections) {
    wide('section', `${section.numeral}、${section.title}`);
    for (const table of section.tables) {
      const printed = table.printed === 'oneLine' ? printOneLine(table, row) : printRows(form, table, row);
      cells.push(...printed);
      row = Math.max(row, ...printed.map((cell) => cell.lastRow + 1));
    }
    if (section.tables.length === 0) for (const text of texts.paragraphs(section)) wide('prose', text);
  }
  return { cells, rows: row };
}

/** The rows of the layout as texts, with `write` for the cells of the form; blank where merged. */
export function printedLines(printed: PrintedForm, write: (key: CellKey) => string): string[][] {
  const lines = Array.from({ length: printed.rows }, () => Array.from({ length: columnCount }, () => ''));
  for (const { row, column, text, key } of printed.cells)
    lines[row]![column] = key === undefined ? text : write(key);
  return lines;
}
