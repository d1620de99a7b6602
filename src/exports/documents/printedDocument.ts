import { withoutSignature } from '../../../importers/draft/signature.js';
import type { Section } from '../../forms/form.js';
import { dayInWords } from '../../prose/dates.js';
import { reportTexts, valueText } from '../annotated/reportTexts.js';
import { columnCount } from '../printed/columnCount.js';
import type { ExportedReport } from '../printed/ExportedReport.js';
import type { PrintedCell } from '../printed/printedCell.js';
import { printOneLine } from '../printed/printOneLine.js';
import { printRows } from '../printed/printRows.js';
import type { Sha256, Day } from '../../brands/brands.js';

/** What a printed report is: a draft of a version, or a publication with its number, day and digest. */
export type Standing =
  | { readonly kind: 'draft'; readonly version: number }
  | { readonly kind: 'publication'; readonly number: number; readonly day: Day; readonly digest: Sha256 };

/** The tables of one section as one table of fifteen columns, as the notice prints them. */
export interface PrintedTable {
  readonly caption: string;
  readonly columns: number;
  readonly rows: number;
  /** Lines at the top that are repeated on every page. */
  readonly headRows: number;
  /** With the values written into their cells. */
  readonly cells: readonly PrintedCell[];
}

export type PrintedBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PrintedTable };

/** A document in blocks, as the formats draw it. */
export interface BlockDocument<Block> {
  readonly title: string;
  /** 草稿（第3版） or 第1次发布…: what stands at the top of every page. */
  readonly standing: string;
  readonly blocks: readonly Block[];
  /** Under the text, on the right: whose document it is, and of what day. */
  readonly signature: { readonly agency: string; readonly day: string | null };
}

/** The report as a document of six sections: the one model that every format draws. */
export interface PrintedDocument extends BlockDocument<PrintedBlock> {
  readonly isDraft: boolean;
}

export function printDocument(report: ExportedReport, standing: Standing): PrintedDocument {
  const sections = withoutSignature(report.sections, { form: report.form, agency: report.agencyName });
  const { title, paragraphs } = reportTexts({ ...report, sections });
  return {
    title,
    standing: standingWords(standing),
    isDraft: standing.kind === 'draft',
    blocks: report.form.sections.flatMap((section): PrintedBlock[] => [
      { kind: 'heading', text: `${section.numeral}、${section.title}` },
      ...(section.tables.length > 0
        ? [{ kind: 'table', table: printTable(report, section) } as const]
        : paragraphs(section)
            .filter((text) => text.trim() !== '')
            .map((text) => ({ kind: 'paragraph', text: text.trim() }) as const)),
    ]),
    signature: {
      agency: report.agencyName,
      day: report.datedOn ? dayInWords(report.datedOn) : null,
    },
  };
}

function standingWords(standing: Standing): string {
  if (standing.kind === 'draft') return `草稿（第${standing.version}版，未发布）`;
  return `第${standing.number}次发布，${dayInWords(standing.day)}，摘要 ${standing.digest.slice(0, 16)}`;
}

/** The tables of a section with their values, as the notice prints them. */
export function printTable(
  { form, values }: Pick<ExportedReport, 'form' | 'values'>,
  section: Section,
): PrintedTable {
  const cells: PrintedCell[] = [];
  let rows = 0;
  for (const table of section.tables) {
    const printed = table.printed === 'oneLine' ? printOneLine(table, rows) : printRows(form, table, rows);
    cells.push(...printed);
    rows = Math.max(rows, ...printed.map(({ lastRow }) => lastRow + 1));
  }
  const written = cells.map((cell) =>
    cell.key === undefined ? cell : { ...cell, text: valueText(form, values, cell.key) },
  );
  return {
    caption: `${section.numeral}、${section.title}`,
    columns: columnCount,
    rows,
    headRows: section.tables.length > 1 ? 0 : headRowsOf(written),
    cells: written,
  };
}

/** Everything above the first label or value. */
function headRowsOf(cells: readonly PrintedCell[]): number {
  return Math.min(...cells.filter(({ kind }) => kind !== 'head' && kind !== 'block').map(({ row }) => row));
}

/** The cells of each line in order, each where its top left corner stands. */
export function linesOf({ rows, cells }: PrintedTable): PrintedCell[][] {
  return Array.from({ length: rows }, (_, row) =>
    cells.filter((cell) => cell.row === row).sort((one, other) => one.column - other.column),
  );
}

/** How many columns and lines a cell takes. */
export function spanOf({ row, column, lastRow, lastColumn }: PrintedCell): {
  readonly columns: number;
  readonly rows: number;
} {
  return { columns: lastColumn - column + 1, rows: lastRow - row + 1 };
}

/** Cells whose text stands in the middle: heads and numbers; labels are read from the left. */
export function isCentred({ kind }: PrintedCell): boolean {
  return kind !== 'label';
}
