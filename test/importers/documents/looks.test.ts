import { expect, test } from 'vitest';
import { entriesOf } from '../../../src/cells.js';
import type { FileDraft } from '../../../importers/draft/draft.js';
import type { ProblemCode } from '../../../src/problems/problem.js';
import { lookedKeys, looks, type LookName } from '../../fixtures/documents/printedReport.js';
import { documentBytes, readDocumentFile, wholeReports } from '../../support/readDocuments.js';

/** One document by python-docx, and what LibreOffice saves it as in every other format. */
const files = {
  docx: 'docx/looks.docx',
  'docx by LibreOffice': 'office/looks.docx',
  doc: 'doc/looks.doc',
  pdf: 'pdf/looks.pdf',
  html: 'html/looks.html',
} as const;
type File = keyof typeof files;

/** What is told of the cell; null where there is nothing to tell. `unread`: told, and no number. */
type Told = ProblemCode | null | 'unread';

/** Every look in every format, so that a new one of either has to say what comes of it. */
const told: Readonly<Record<LookName, Readonly<Record<File, Told>>>> = {
  struck: everywhere('NOTE_IN_CELL'),
  hidden: { ...everywhere('HIDDEN_CONTENT'), pdf: null, html: 'NOTE_IN_CELL' },
  raised: everywhere('NOTE_IN_CELL'),
  lowered: everywhere('NOTE_IN_CELL'),
  spaced: everywhere(null),
  // A page as LibreOffice saves it no longer says what was tracked: the two parts are not taken for one number.
  inserted: { ...everywhere('TRACKED_CHANGES'), pdf: null, html: 'unread' },
  // A PDF shows what was deleted as struck out.
  deleted: { ...everywhere('TRACKED_CHANGES'), pdf: 'NOTE_IN_CELL', html: 'unread' },
  struckStyle: everywhere('NOTE_IN_CELL'),
  hiddenStyle: { ...everywhere('HIDDEN_CONTENT'), pdf: null, html: 'NOTE_IN_CELL' },
  wrapped: everywhere(null),
};

function everywhere(code: ProblemCode | null): Record<File, Told> {
  return { docx: code, 'docx by LibreOffice': code, doc: code, pdf: code, html: code };
}

const printed = wholeReports[0]?.cells ?? {};
const keys = wholeReports[0] ? lookedKeys(wholeReports[0], looks) : [];
const drafts = new Map<File, Promise<FileDraft>>();
function draftOf(file: File): Promise<FileDraft> {
  const draft = drafts.get(file) ?? readDocumentFile(documentBytes(files[file]), files[file]);
  drafts.set(file, draft);
  return draft;
}
const pairs = (Object.keys(looks) as LookName[]).flatMap((look, index) =>
  (Object.keys(files) as File[]).map((file) => ({ look, file, key: keys[index]! })),
);

test.each(pairs)('$look in $file', async ({ look, file, key }) => {
  const draft = await draftOf(file);
  const [report] = draft.reports;
  const expected = told[look][file];
  const at = report?.cells[key]?.at ?? '';
  const codes = [...draft.problems, ...(report?.problems ?? [])]
    .filter(({ code, message }) => code !== 'NUMBER_CLEANED' && message.includes(`（${at}）`))
    .map(({ code }) => code);
  expect(at).not.toBe('');
  expect(report?.cells[key]?.value).toBe(expected === 'unread' ? null : printed[key]);
  if (expected === 'unread') expect(codes).toContain('NOT_A_NUMBER');
  else expect(codes).toEqual(expected === null ? [] : [expected]);
});

test('digits that a narrow column breaks are one number in a PDF, and told', async () => {
  const { problems } = await draftOf('pdf');
  const [cleaned] = problems.filter(({ code }) => code === 'NUMBER_CLEANED');
  expect(cleaned?.message).toContain('折成了几行');
});

test.each(Object.keys(files) as File[])('every other number of the %s is right', async (file) => {
  const { reports } = await draftOf(file);
  const others = entriesOf(reports[0]?.cells ?? {}).filter(([key]) => !keys.includes(key));
  const values = Object.fromEntries(others.map(([key, { value }]) => [key, value]));
  const plain = entriesOf(printed).filter(([key]) => !keys.includes(key));
  expect(values).toEqual(Object.fromEntries(plain));
});
