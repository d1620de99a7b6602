import { describe, expect, test } from 'vitest';
import {
  documentBytes,
  expectWhole,
  mixedReport,
  readDocumentFile,
  valuesOf,
  wholeReports,
} from '../../support/readDocuments.js';

describe.each([
  ['python-docx', 'docx'],
  ['LibreOffice', 'office'],
])('a .docx written by %s', (_, folder) => {
  test.each(wholeReports)('$name reads whole', async (printed) => {
    const bytes = documentBytes(`${folder}/${printed.name}.docx`);
    expectWhole(await readDocumentFile(bytes, '年报.docx'), 'docx', printed);
  });

  test('what is struck, hidden, raised or deleted beside a number is not there, and told', async () => {
    const { problems, reports } = await readDocumentFile(documentBytes(`${folder}/bent.docx`), '年报.docx');
    const [printed] = wholeReports;
    expect(valuesOf(reports[0])).toEqual(printed?.cells);
    const told = problems.map(({ code, message }) => `${code} ${message.split('：')[1]}`);
    expect(told).toEqual([
      expect.stringMatching(/^HIDDEN_CONTENT “8”（表2 R\d+C\d+）。/),
      expect.stringMatching(/^NOTE_IN_CELL “7”（表2 R\d+C\d+）、“5”（表2 R\d+C\d+）。/),
      expect.stringMatching(/^NOTE_IN_CELL “9”（表2 R\d+C\d+）、“6”（表2 R\d+C\d+）。/),
      expect.stringMatching(/^TRACKED_CHANGES “\d+”（表2 R\d+C\d+）。/),
      expect.stringMatching(/^TRACKED_CHANGES “3”（表2 R\d+C\d+）。/),
    ]);
  });
});

test('the mixed form: its cells stand where they are printed', async () => {
  const { reports } = await readDocumentFile(documentBytes('docx/mixed.docx'), '年报.docx');
  const isPrinted = ([key]: [string, unknown]) => !/supplementOverdue|feeOverdue|otherReasons/.test(key);
  const values = Object.fromEntries(Object.entries(valuesOf(reports[0])).filter(isPrinted));
  expect(Object.keys(values)).toHaveLength(179);
  expect(mixedReport?.cells).toMatchObject(values);
});

test('a cell is found by table, row and column', async () => {
  const { reports } = await readDocumentFile(documentBytes('docx/county.docx'), '年报.docx');
  expect(reports[0]?.cells['documents.rules.issued']?.at).toBe('表1 R3C2');
  expect(reports[0]?.cells['requests.received.total']?.at).toBe('表2 R4C10');
  expect(reports[0]?.cells['remedies.litigationAfterReconsideration.total']?.at).toBe('表3 R4C15');
});
