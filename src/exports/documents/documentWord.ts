import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunOptions,
} from 'docx';
import { ChartRun } from 'docx/charts';
import type { PrintedCell } from '../printed/printedCell.js';
import { sizesOfNumbers } from './columnWidths.js';
import type { Plot, PlotBlock } from './plot.js';
import {
  isCentred,
  linesOf,
  spanOf,
  type BlockDocument,
  type PrintedBlock,
  type PrintedTable,
} from './printedDocument.js';

/** GB/T 9704: A4, the text 156 mm wide between margins of 28 and 26 mm. In twentieths of a point. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 },
};
const textWidth = page.size.width - page.margin.left - page.margin.right;

/** By name, with what WPS and Word put in their place where they are missing. */
const fonts = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
  table: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
};

/** 二号 for the title, 三号 for the text, 五号 in tables; in half points. */
const sizes = { title: 44, text: 32, table: 18, standing: 21 };

/** Two characters, for programs that count characters and for those that measure. */
const firstLine = { firstLine: 640, firstLineChars: 200 };

/** The report as a Word document, for WPS and Word. */
export async function documentWord(document: BlockDocument<PrintedBlock | PlotBlock>): Promise<Buffer> {
  const { title, standing, blocks, signature } = document;
  const file = new Document({
    title,
    creator: 'nianbao',
    lastModifiedBy: 'nianbao',
    styles: { default: { document: { run: { font: fonts.text, size: sizes.text } } } },
    sections: [
      {
        properties: { page },
        headers: { default: new Header({ children: [line(standing, { size: sizes.standing })] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          line(title, { bold: true, size: sizes.title, font: fonts.title }, HeadingLevel.TITLE),
          ...blocks.flatMap((block): (Paragraph | Table)[] => {
            if (block.kind === 'heading') return [heading(block.text)];
            if (block.kind === 'paragraph') return [paragraph(block.text)];
            return [block.kind === 'plot' ? chartOf(block.plot) : tableOf(block.table)];
          }),
          signed(signature.agency),
          ...(signature.day === null ? [] : [signed(signature.day)]),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function line(text: string, run: IRunOptions, level?: (typeof HeadingLevel)[keyof typeof HeadingLevel]) {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...(level !== undefined && { heading: level }),
    children: [new TextRun({ ...run, text, color: '000000' })],
  });
}

function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 240, after: 120 },
    indent: firstLine,
    children: [new TextRun({ text, font: fonts.heading, size: sizes.text, color: '000000' })],
  });
}

/** Lines of 28 points, the first one in by two characters. */
function paragraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: { line: 560, lineRule: LineRuleType.EXACT },
    indent: firstLine,
    children: [new TextRun({ text })],
  });
}

function signed(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    indent: { right: 640 },
    children: [new TextRun({ text })],
  });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: sizes.standing })],
  });
}

/** A chart of Word itself: its numbers are in the document, and whoever has it can draw it otherwise. */
function chartOf({ title, categories, series }: Plot): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ChartRun({
        type: 'column',
        title: { text: title, font: { size: 12, bold: true } },
        legend: series.length > 1 ? { position: 'bottom' } : false,
        font: { name: '宋体' },
        categories,
        series: series.map(({ name, values, colour }) => ({ name, values, color: colour.slice(1) })),
        // Beside each other longer numbers would lie over one another; they are in the table.
        dataLabels: { value: series.length === 1 || mostDigits(series) <= 3 },
        valueAxis: { gridlines: true, minimum: 0 },
        transformation: { width: 560, height: 240 },
        altText: { title, description: `${title}：各数见正文的表`, name: title },
      }),
    ],
  });
}

function mostDigits(series: Plot['series']): number {
  return Math.max(0, ...series.flatMap(({ values }) => values.map((value) => String(value ?? '').length)));
}

function tableOf(table: PrintedTable): Table {
  const width = Math.floor(textWidth / table.columns);
  const numbers = sizesOfNumbers(table, textWidth / 20, sizes.table / 2);
  const sizeOf = ({ kind, column }: PrintedCell) =>
    kind === 'value' ? Math.floor((numbers.get(column) ?? sizes.table / 2) * 2) : sizes.table;
  return new Table({
    width: { size: width * table.columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: table.columns }, () => width),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 40, right: 40, top: 20, bottom: 20 },
    rows: linesOf(table).map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row < table.headRows,
          children: cells.map((cell) => cellOf(cell, width, sizeOf(cell))),
        }),
    ),
  });
}

function cellOf(cell: PrintedCell, width: number, size: number): TableCell {
  const { columns, rows } = spanOf(cell);
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    width: { size: width * columns, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: isCentred(cell) ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [new TextRun({ text: cell.text, font: fonts.table, size })],
      }),
    ],
  });
}
