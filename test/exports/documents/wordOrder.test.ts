import { expect, test } from 'vitest';
import { inflatePart } from '../../../importers/files/inflatePart.js';
import { limits } from '../../../importers/files/limits.js';
import { readZipEntries } from '../../../importers/files/zipEntries.js';
import { parseXml, type XmlElement } from '../../../importers/documents/word/xml.js';
import { documentWord } from '../../../src/exports/documents/documentWord.js';
import { plotBlock } from '../../../src/exports/documents/plot.js';
import { printDocument } from '../../../src/exports/documents/printedDocument.js';
import { printedReports } from '../../fixtures/documents/printedReport.js';
import { exportedReport } from '../../support/exportedReports.js';

/**
 * What may stand in an element, in the order of the sequences of ECMA-376 part 1, 17.3 to 17.6 (transitional): Word
 * calls a file damaged in which they stand otherwise. Only what is written here.
 */
const sequences: Readonly<Record<string, readonly string[]>> = {
  'w:body': ['w:p|w:tbl', 'w:sectPr'],
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  'w:tblPr': [
    'w:tblStyle',
    'w:tblW',
    'w:jc',
    'w:tblInd',
    'w:tblBorders',
    'w:tblLayout',
    'w:tblCellMar',
    'w:tblLook',
  ],
  'w:tblBorders': ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'],
  'w:tblCellMar': ['w:top', 'w:left', 'w:bottom', 'w:right'],
  'w:tblGrid': ['w:gridCol'],
  'w:tr': ['w:trPr', 'w:tc'],
  // A choice: in any order.
  'w:trPr': ['w:cantSplit|w:tblHeader'],
  'w:tc': ['w:tcPr', 'w:p'],
  'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:vAlign'],
  'w:p': ['w:pPr', 'w:r|w:bookmarkStart|w:bookmarkEnd'],
  'w:pPr': ['w:pStyle', 'w:keepNext', 'w:spacing', 'w:ind', 'w:jc', 'w:rPr'],
  'w:r': ['w:rPr', 'w:t|w:drawing|w:fldChar|w:instrText'],
  'w:rPr': ['w:rFonts', 'w:b', 'w:bCs', 'w:color', 'w:sz', 'w:szCs'],
  'w:sectPr': ['w:headerReference|w:footerReference', 'w:pgSz', 'w:pgMar', 'w:pgNumType', 'w:docGrid'],
};

test.each(printedReports)(
  'every element of the .docx of $name stands where the standard has it',
  async (printed) => {
    const document = printDocument(exportedReport(printed), { kind: 'draft', version: 1 });
    const plot = plotBlock('办理结果', ['予以公开', '不予公开'], [{ name: '总计', values: [3, null] }]);
    const bytes = await documentWord({ ...document, blocks: [...document.blocks, plot] });
    const faults = new Set<string>();
    let elements = 0;
    for (const part of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml'])
      for (const element of within(parseXml(await textOf(bytes, part), part))) {
        const order = sequences[element.name];
        if (!order) continue;
        elements += 1;
        const names = element.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]));
        const places = names.map((name) => order.findIndex((each) => each.split('|').includes(name)));
        if (places.includes(-1) || places.some((place, index) => place < (places[index - 1] ?? 0)))
          faults.add(`${element.name}: ${names.join(' ')}`);
      }
    expect([...faults]).toEqual([]);
    expect(elements).toBeGreaterThan(1000);
  },
);

/** A cell ends with a paragraph and a table is followed by one: without, Word repairs the file. */
test('every cell of a table has a paragraph, and the columns of every line are those of the grid', async () => {
  const [printed] = printedReports;
  if (!printed) throw new Error('no report');
  const document = printDocument(exportedReport(printed), { kind: 'draft', version: 1 });
  const root = parseXml(await textOf(await documentWord(document), 'word/document.xml'), 'document');
  const tables = [...within(root)].filter(({ name }) => name === 'w:tbl');
  expect(tables).toHaveLength(3);
  for (const table of tables) {
    const columns = [...within(table)].filter(({ name }) => name === 'w:gridCol').length;
    for (const line of childrenOf(table, 'w:tr')) {
      const cells = childrenOf(line, 'w:tc');
      const spans = cells.map((cell) => {
        const span = [...within(cell)].find(({ name }) => name === 'w:gridSpan');
        return Number(/w:val="(\d+)"/.exec(span?.attributes ?? '')?.[1] ?? 1);
      });
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
      for (const cell of cells) expect(childrenOf(cell, 'w:p').length).toBeGreaterThan(0);
    }
  }
});

const childrenOf = ({ children }: XmlElement, name: string) =>
  children.flatMap((child) => (typeof child !== 'string' && child.name === name ? [child] : []));

function* within(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* within(child);
}

async function textOf(bytes: Buffer, name: string): Promise<string> {
  const entry = (await readZipEntries(bytes, limits.report)).find((each) => each.name === name);
  if (!entry) throw new Error(`no part ${name}`);
  const pieces: Buffer[] = [];
  await inflatePart(entry, limits.report.unpackedBytes, limits.report, (piece) => pieces.push(piece));
  return Buffer.concat(pieces).toString('utf8');
}
