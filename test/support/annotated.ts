import exceljs from 'exceljs';
import type { ReportDraft } from '../../importers/draft/draft.js';
import { readFile } from '../../importers/worker/readFile.js';
import type { Values } from '../../src/cells.js';
import type { Numbers } from '../../src/checks/check.js';
import type { AnnotatedReport } from '../../src/exports/annotated/annotatedReport.js';
import { checkDraft } from '../../src/filing/judging/checkDocument.js';
import { noProse } from '../../src/filing/reports/proseText.js';
import type { Form } from '../../src/forms/form.js';
import { formById } from '../../src/forms/index.js';
import { draftOf } from './drafts.js';

/** A draft as it was checked, ready to be marked up. */
export function annotated(draft: ReportDraft, lastYear?: Numbers): AnnotatedReport {
  const form = formById(draft.form)!;
  const known = { lastYear: lastYear && { ...lastYear, ...noProse } };
  const { cells, problems, findings } = checkDraft(draft, {}, known);
  const { sections, agency, year } = draft;
  return { form, cells, problems, findings, sections, agencyName: agency, year };
}

export function annotatedValues(form: Form, values: Values, lastYear?: Numbers): AnnotatedReport {
  return annotated(draftOf(form, values, { agency: '某市某局', year: form.firstYear }), lastYear);
}

export async function openWorkbook(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return workbook;
}

export async function readAgain(
  bytes: Uint8Array,
  fileName = '批注.xlsx',
  blanksAreZero = false,
): Promise<ReportDraft> {
  const { reports, problems } = await readFile(bytes, fileName, { blanksAreZero });
  const [report, ...others] = reports;
  if (!report || others.length > 0 || problems.length > 0)
    throw new Error(`${reports.length} reports, ${problems.map(({ message }) => message).join()}`);
  return report;
}

export function valuesOf({ cells }: Pick<ReportDraft, 'cells'>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(cells).map(([key, { value }]) => [key, value]));
}

export function noteText(cell: exceljs.Cell): string {
  // exceljs says of a note that it is a text or the parts of one.
  const note: string | exceljs.Comment | undefined = cell.note;
  return typeof note === 'object' ? (note.texts ?? []).map(({ text }) => text).join('') : (note ?? '');
}

/** The lines of 错误清单 by the heads of its columns. */
export function listedFaults(workbook: exceljs.Workbook): Partial<Record<string, string>>[] {
  const rows: string[][] = [];
  workbook.getWorksheet('错误清单')?.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => texts.push(cell.text));
    rows.push(texts);
  });
  const [heads = [], ...lines] = rows.slice(3);
  return lines.map((line) => Object.fromEntries(heads.map((head, index) => [head, line[index] ?? ''])));
}
