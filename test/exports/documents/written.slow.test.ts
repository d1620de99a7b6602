import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentFragment } from '../../../src/exports/documents/documentHtml.js';
import { documentPdf } from '../../../src/exports/documents/documentPdf.js';
import { documentWord } from '../../../src/exports/documents/documentWord.js';
import { printDocument, type PrintedDocument } from '../../../src/exports/documents/printedDocument.js';
import { printedReports, type PrintedReport } from '../../fixtures/documents/printedReport.js';
import { publishedCounty } from '../../fixtures/documents/publishedCounty.js';
import { exportedReport } from '../../support/exportedReports.js';
import { expectWhole, readDocumentFile } from '../../support/readDocuments.js';
import { convertDocuments, writeWordDocuments } from '../../support/wordDocuments.js';
import { sha256 } from '../../../src/filing/sha256.js';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-written-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const publication = {
  kind: 'publication',
  number: 1,
  day: '2025-01-20',
  digest: sha256('x'),
} as const;
const documentOf = (printed: PrintedReport): PrintedDocument =>
  printDocument(exportedReport(printed), publication);

/** A page of a website around the report, as somebody saves it. */
const savedPage = (printed: PrintedReport) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${printed.agency}${printed.year}年政府信息公开工作年度报告_某市人民政府门户网站</title></head>
<body><div class="nav"><a href="/">首页</a> <a href="/gk">政府信息公开</a> <a href="/nb">年度报告</a></div>
<table><tr><td>索引号：</td><td>11320000/2025-00017</td><td>发布机构：</td><td>${printed.agency}</td></tr>
<tr><td>文号：</td><td></td><td>发布日期：</td><td>${printed.year + 1}-01-21</td></tr></table>
${documentFragment(documentOf(printed))}
<div class="foot"><p>上一篇：没有了</p><p>主办：某市人民政府办公室　备案号 00000000</p></div></body></html>`;

/** The numbers of the tables that stand in no sentence: those of one digit and the years do. */
function numbersOf({ cells, year }: PrintedReport): string[] {
  const isYear = (value: string) => value === `${year}` || value === `${year + 1}`;
  return Object.values(cells).flatMap((value) =>
    value !== null && value.length > 1 && !isYear(value) ? [value] : [],
  );
}

function counted(words: readonly string[], printed: PrintedReport): Record<string, number> {
  const values = new Set(numbersOf(printed));
  return Object.fromEntries(
    [...values].map((value) => [value, words.filter((word) => word === value).length]),
  );
}

/** How often each number of a report stands among the words of a text, and how often it is printed. */
const numbersIn = (text: string, printed: PrintedReport) => counted(text.split(/\s+/), printed);
const timesPrinted = (printed: PrintedReport) => counted(numbersOf(printed), printed);

const textOfPdf = async (path: string) => (await run('pdftotext', ['-layout', path, '-'])).stdout;

describe.each(printedReports)('$name, written by us', (printed) => {
  test('as .docx reads whole', async () => {
    expectWhole(
      await readDocumentFile(await documentWord(documentOf(printed)), '年报.docx'),
      'docx',
      printed,
    );
  });

  test('as PDF reads whole, and every number is found in its text once', async () => {
    const bytes = await documentPdf(documentOf(printed));
    expectWhole(await readDocumentFile(bytes, '年报.pdf'), 'pdf', printed);
    const path = join(folder, `${printed.name}.pdf`);
    await writeFile(path, bytes);
    expect(numbersIn(await textOfPdf(path), printed)).toEqual(timesPrinted(printed));
  });

  test('on a page of a website that somebody saved, it reads whole', async () => {
    const { reports, format } = await readDocumentFile(Buffer.from(savedPage(printed)), '年报.html');
    const [report] = reports;
    expect(format).toBe('html');
    expect(report).toMatchObject({
      form: printed.form,
      year: printed.year,
      agency: printed.agency,
      problems: [],
    });
    const values = Object.entries(report?.cells ?? {}).map(([key, { value }]) => [key, value]);
    expect(Object.fromEntries(values)).toEqual(printed.cells);
    const [overview] = report?.sections ?? [];
    expect(overview?.text).toBe(printed.sections['overview']);
  });
});

test('our .docx, made a PDF by LibreOffice, has every number once', async () => {
  const files = await Promise.all(
    printedReports.map(async (printed) => {
      const path = join(folder, `${printed.name}-word.docx`);
      await writeFile(path, await documentWord(documentOf(printed)));
      return path;
    }),
  );
  await convertDocuments(files, 'pdf', folder);
  for (const printed of printedReports) {
    const path = join(folder, `${printed.name}-word.pdf`);
    expect(numbersIn(await textOfPdf(path), printed)).toEqual(timesPrinted(printed));
    expectWhole(await readDocumentFile(await readFile(path), '年报.pdf'), 'pdf', printed);
  }
}, 180_000);

test('wherever a page of our PDF breaks, it reads whole', async () => {
  const printed = printedReports[1]!;
  for (let lines = 1; lines <= 22; lines += 3) {
    const text = Array.from({ length: lines }, (_, line) => `本机关办结了第${line}类事项。`).join('\n');
    const longer = { ...printed, sections: { ...printed.sections, overview: text } };
    expectWhole(await readDocumentFile(await documentPdf(documentOf(longer)), '年报.pdf'), 'pdf', longer);
  }
}, 120_000);

test('a published report whose （六） is one row of zeros reads whole from a PDF: 179 cells, and 21 that follow', async () => {
  await writeWordDocuments(folder, [publishedCounty]);
  await convertDocuments([join(folder, `${publishedCounty.name}.docx`)], 'pdf', folder);
  const bytes = await readFile(join(folder, `${publishedCounty.name}.pdf`));
  const [report] = (await readDocumentFile(bytes, '年报.pdf')).reports;
  const cells = Object.entries(report?.cells ?? {});
  expect(Object.fromEntries(cells.map(([key, { value }]) => [key, value]))).toEqual(publishedCounty.cells);
  expect(report?.problems.map(({ code }) => code)).toEqual(['ROW_NOT_SPLIT']);
}, 120_000);
