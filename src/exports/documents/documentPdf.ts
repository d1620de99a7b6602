import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PdfTable, PdfText } from 'pdfmake';
import { Refusal } from '../../filing/refusal.js';
import { once } from '../../once.js';
import type { PrintedCell } from '../printed/printedCell.js';
import { sizesOfNumbers } from './columnWidths.js';
import { fontCharacters } from './fontCharacters.js';
import { tableSize, withGroups } from './groupsInPdf.js';
import { isCentred, linesOf, spanOf, type PrintedDocument, type PrintedTable } from './printedDocument.js';

/** GB/T 9704, in points: A4, margins of 37, 28, 35 and 26 mm, the text 156 mm wide. */
const margins = { left: 79, top: 105, right: 74, bottom: 99 };
const textWidth = 595.28 - margins.left - margins.right;

const sizes = { title: 22, text: 16, table: tableSize, standing: 10.5 };

/** Inside of a cell, at each side, and the width of a line. */
const cellPadding = 2;
const lineWidth = 0.5;

/** Noto Sans SC, the only fonts that come with the program; embedded and subset. */
const fontFolder = once(() =>
  join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts'),
);
const fontFiles = once(() => ({
  normal: join(fontFolder(), 'NotoSansHans-Regular.otf'),
  bold: join(fontFolder(), 'NotoSansHans-Bold.otf'),
}));

/** What is repeated on every page: lines over and under the text, heads of tables. A heading is not there for them. */
const repeated = 9;

/** Drawing takes the fonts and the library into memory: both are loaded when the first PDF is asked for. */
const maker = once(async () => {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts({ Noto: fontFiles() });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder()));
  return pdfmake;
});
const drawable = once(async () => fontCharacters(await readFile(fontFiles().normal)));

/**
 * The report as a PDF with its text, searchable, with bookmarks. The same report gives the same bytes.
 * FONT_LACKS when the font has no glyph for a character: it would vanish from the page without a word.
 */
export async function documentPdf(document: PrintedDocument): Promise<Buffer> {
  const { title, standing, blocks, signature } = document;
  await requireGlyphs(document);
  const pdfmake = await maker();
  return pdfmake
    .createPdf({
      version: '1.7',
      info: { title, creator: 'nianbao', producer: 'nianbao', creationDate: new Date(0) },
      pageSize: 'A4',
      pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
      defaultStyle: { font: 'Noto', fontSize: sizes.text, lineHeight: 1.3 },
      header: () =>
        centred(standing, { headlineLevel: repeated, fontSize: sizes.standing, margin: [0, 50, 0, 0] }),
      // A heading stands on the page of what follows it.
      pageBreakBefore: ({ headlineLevel }, page) =>
        headlineLevel === 1 &&
        page.getFollowingNodesOnPage().every((next) => !next.text || next.headlineLevel === repeated),
      footer: (page) =>
        centred(`— ${page} —`, { headlineLevel: repeated, fontSize: sizes.standing, margin: [0, 20, 0, 0] }),
      content: [
        centred(title, { fontSize: sizes.title, bold: true, margin: [0, 0, 0, 16] }),
        ...blocks.map((block): PdfText | PdfTable => {
          if (block.kind === 'table') return tableOf(block.table);
          if (block.kind === 'heading')
            return {
              text: block.text,
              bold: true,
              outline: true,
              headlineLevel: 1,
              margin: [2 * sizes.text, 10, 0, 6],
            };
          return { text: block.text, leadingIndent: 2 * sizes.text, alignment: 'justify' };
        }),
        ...[signature.agency, signature.day].flatMap((text): PdfText[] =>
          text === null ? [] : [{ text, alignment: 'right', margin: [0, 6, 2 * sizes.text, 0] }],
        ),
      ],
    })
    .getBuffer();
}

function centred(text: string, more: object): PdfText {
  return { text, alignment: 'center', ...more };
}

function tableOf(table: PrintedTable): PdfTable {
  const width = (textWidth - lineWidth) / table.columns - 2 * cellPadding - lineWidth;
  const numbers = sizesOfNumbers(table, textWidth, sizes.table);
  return {
    table: {
      widths: Array.from({ length: table.columns }, () => width),
      headerRows: table.headRows,
      dontBreakRows: true,
      body: withGroups(
        linesOf(table).map((cells) => bodyLine(cells, table, numbers)),
        table,
        (columns) => columns * (width + 2 * cellPadding + lineWidth) - 2 * cellPadding - lineWidth,
      ),
    },
    layout: {
      hLineWidth: () => lineWidth,
      vLineWidth: () => lineWidth,
      paddingLeft: () => cellPadding,
      paddingRight: () => cellPadding,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    margin: [0, 4, 0, 8],
  };
}

/** pdfmake asks for an empty cell wherever another one spans. */
function bodyLine(
  cells: readonly PrintedCell[],
  { columns, headRows }: PrintedTable,
  numbers: ReadonlyMap<number, number>,
): object[] {
  const line: object[] = Array.from({ length: columns }, () => ({}));
  for (const cell of cells) {
    const { columns: colSpan, rows: rowSpan } = spanOf(cell);
    line[cell.column] = {
      text: cell.text,
      colSpan,
      rowSpan,
      fontSize: (cell.kind === 'value' ? numbers.get(cell.column) : undefined) ?? sizes.table,
      lineHeight: 1.1,
      alignment: isCentred(cell) ? 'center' : 'left',
      ...(cell.kind === 'value' && { noWrap: true }),
      ...(cell.row < headRows && { headlineLevel: repeated }),
    };
  }
  return line;
}

async function requireGlyphs({ title, standing, blocks, signature }: PrintedDocument): Promise<void> {
  const known = await drawable();
  const texts = [title, standing, signature.agency, signature.day ?? ''].concat(
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.table.cells.map(({ text }) => text) : [block.text],
    ),
  );
  const lacking = new Set(
    [...texts.join('')].filter(
      (character) => !/\s/.test(character) && !known.has(character.codePointAt(0) ?? 0),
    ),
  );
  if (lacking.size === 0) return;
  const shown = [...lacking].slice(0, 10).map((character) => `“${character}”`);
  throw new Refusal(
    'FONT_LACKS',
    `PDF 所用的字体没有这些字：${shown.join('')}。请改用 .docx 或 .html，或换一种写法。`,
  );
}
