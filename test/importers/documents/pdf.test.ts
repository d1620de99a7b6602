import { drawnPdf } from '../../support/drawnPdf.js';
import { describe, expect, test } from 'vitest';
import {
  documentBytes,
  expectWhole,
  mixedReport,
  readDocumentFile,
  valuesOf,
  wholeReports,
} from '../../support/readDocuments.js';

describe('a PDF exported by LibreOffice', () => {
  test.each(wholeReports)('$name reads whole, over page breaks', async (printed) => {
    const bytes = documentBytes(`pdf/${printed.name}.pdf`);
    expectWhole(await readDocumentFile(bytes, '年报.pdf'), 'pdf', printed);
  });

  test('what is struck or raised beside a number is not there, and told; no number is wrong', async () => {
    const { problems, reports } = await readDocumentFile(documentBytes('pdf/bent.pdf'), '年报.pdf');
    const [printed] = wholeReports;
    const [report] = reports;
    const values = valuesOf(report);
    const unread = Object.keys(values).filter((key) => values[key] === null);
    expect({ ...printed?.cells, ...Object.fromEntries(unread.map((key) => [key, null])) }).toEqual(values);
    const told = report?.problems.filter(({ severity }) => severity === 'error').map(({ cell }) => cell);
    expect(told).toEqual(unread);
    expect(unread.length).toBeLessThanOrEqual(2);
    expect(problems.map(({ code, message }) => `${code} ${message.split('：')[1]}`)).toEqual([
      expect.stringMatching(/^NOTE_IN_CELL “7”（.*“5”（.*“3”（第\d页 表2 R\d+C\d+）。/),
      expect.stringMatching(/^NOTE_IN_CELL “9”（.*“6”（第\d页 表2 R\d+C\d+）。/),
      expect.stringMatching(/^NUMBER_CLEANED /),
    ]);
  });
});

test('a page printed by Chromium: struck, raised, white and spaced digits beside whole numbers', async () => {
  const { problems, reports } = await readDocumentFile(documentBytes('chromium/bent.pdf'), '年报.pdf');
  const [printed] = wholeReports;
  expect(valuesOf(reports[0])).toEqual(printed?.cells);
  expect(reports[0]?.problems).toEqual([]);
  expect(problems.map(({ code, message }) => `${code} ${message.split('：')[1]}`)).toEqual([
    expect.stringMatching(/^HIDDEN_CONTENT “8”（第2页）/),
    expect.stringMatching(/^NOTE_IN_CELL “7”（.*“5”（.*“3”（第2页 表2 R11C5）。/),
    expect.stringMatching(/^NOTE_IN_CELL “9”（.*“6”（第2页 表2 R5C5）。/),
  ]);
});

test('a PDF that needs a password is refused, one that only restricts printing and copying is read', async () => {
  const locked = await readDocumentFile(documentBytes('pdf/locked.pdf'), '年报.pdf');
  expect(locked.problems.map(({ code }) => code)).toEqual(['ENCRYPTED']);
  const town = wholeReports.find(({ name }) => name === 'town');
  if (!town) throw new Error('no report town');
  expectWhole(await readDocumentFile(documentBytes('pdf/restricted.pdf'), '年报.pdf'), 'pdf', town);
});

test('a PDF without text is a scan', async () => {
  const { problems, format } = await readDocumentFile(drawnPdf('0 0 595 842 re S'), '年报.pdf');
  expect({ format, codes: problems.map(({ code }) => code) }).toEqual({
    format: null,
    codes: ['NO_TEXT_LAYER'],
  });
});

test('invisible text over a scan is no text', async () => {
  const text = 'BT /F 12 Tf 3 Tr 72 700 Td (Invisible words over the picture of a page) Tj ET';
  const { problems } = await readDocumentFile(drawnPdf(text), '年报.pdf');
  expect(problems.map(({ code }) => code)).toEqual(['NO_TEXT_LAYER']);
});

test('the mixed form: its cells stand where they are printed', async () => {
  const { reports } = await readDocumentFile(documentBytes('pdf/mixed.pdf'), '年报.pdf');
  const isPrinted = ([key]: [string, unknown]) => !/supplementOverdue|feeOverdue|otherReasons/.test(key);
  const values = Object.fromEntries(Object.entries(valuesOf(reports[0])).filter(isPrinted));
  expect(Object.keys(values)).toHaveLength(179);
  expect(mixedReport?.cells).toMatchObject(values);
});

test('a cell is found by page, table, row and column', async () => {
  const { reports } = await readDocumentFile(documentBytes('pdf/county.pdf'), '年报.pdf');
  expect(reports[0]?.cells['documents.rules.issued']?.at).toBe('第1页 表1 R3C2');
  expect(reports[0]?.cells['requests.received.total']?.at).toMatch(/^第1页 表2 R4C\d+$/);
  expect(reports[0]?.cells['remedies.litigationAfterReconsideration.total']?.at).toMatch(
    /^第\d页 表3 R4C15$/,
  );
});
