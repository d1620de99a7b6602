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
  { format: 'docx', folder: 'docx', program: 'python-docx' },
  { format: 'docx', folder: 'office', program: 'LibreOffice' },
  { format: 'doc', folder: 'doc', program: 'LibreOffice' },
] as const)('a .$format written by $program', ({ format, folder }) => {
  test.each(wholeReports)('$name reads whole', async (printed) => {
    const bytes = documentBytes(`${folder}/${printed.name}.${format}`);
    expectWhole(await readDocumentFile(bytes, `年报.${format}`), format, printed);
  });

  test('what is struck, hidden, raised or deleted beside a number is not there, and told', async () => {
    const { problems, reports } = await readDocumentFile(documentBytes(`${folder}/bent.${format}`), '年报');
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

/** The same document, by LibreOffice as .doc: looks that styles give, lifted and tiny digits, parted numbers. */
test.each(['docx', 'doc'])('as .%s: looks of styles, lifted, tiny and parted digits', async (format) => {
  const { problems, reports } = await readDocumentFile(documentBytes(`${format}/variants.${format}`), '年报');
  const [printed] = wholeReports;
  const parted = ['naturalPerson', 'business', 'researchInstitution'].map(
    (column) => `requests.carriedOver.${column}`,
  );
  expect(valuesOf(reports[0])).toEqual({
    ...printed?.cells,
    ...Object.fromEntries(parted.map((key) => [key, null])),
  });
  expect(reports[0]?.problems.map(({ code, cell }) => [code, cell])).toEqual(
    parted.map((key) => ['NOT_A_NUMBER', key]),
  );
  const row = '表2 R4C';
  expect(problems.map(({ code, message }) => `${code} ${message.split(/[：。]/)[1]}`)).toEqual([
    `HIDDEN_CONTENT “8”（${row}5）、“8”（${row}8）`,
    `NOTE_IN_CELL “8”（${row}4）、“8”（${row}9）`,
    `NOTE_IN_CELL “8”（${row}6）、“8”（${row}7）`,
  ]);
});

test.each(['docx', 'doc'])(
  'the mixed form as .%s: its cells stand where they are printed',
  async (format) => {
    const { reports } = await readDocumentFile(documentBytes(`${format}/mixed.${format}`), '年报');
    const isPrinted = ([key]: [string, unknown]) => !/supplementOverdue|feeOverdue|otherReasons/.test(key);
    const values = Object.fromEntries(Object.entries(valuesOf(reports[0])).filter(isPrinted));
    expect(Object.keys(values)).toHaveLength(179);
    expect(mixedReport?.cells).toMatchObject(values);
  },
);

test('a cell is found by table, row and column', async () => {
  const { reports } = await readDocumentFile(documentBytes('docx/county.docx'), '年报.docx');
  expect(reports[0]?.cells['documents.rules.issued']?.at).toBe('表1 R3C2');
  expect(reports[0]?.cells['requests.received.total']?.at).toBe('表2 R4C10');
  expect(reports[0]?.cells['remedies.litigationAfterReconsideration.total']?.at).toBe('表3 R4C15');
});

test('the name tells a .wps from a .doc, which are the same inside', async () => {
  const [printed] = wholeReports;
  if (!printed) throw new Error('there is no report');
  expectWhole(await readDocumentFile(documentBytes('doc/county.doc'), '年报.wps'), 'wps', printed);
});

test.each([
  ['docx/county.docx', 'UNREADABLE'],
  ['doc/county.doc', 'UNSUPPORTED_FORMAT'],
])('%s cut off after a third is %s', async (path, code) => {
  const bytes = documentBytes(path);
  const { problems } = await readDocumentFile(bytes.subarray(0, bytes.length / 3), '年报');
  expect(problems.map((found) => found.code)).toEqual([code]);
});
