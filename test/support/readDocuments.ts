import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { FileDraft, ReportDraft } from '../../importers/draft/draft.js';
import { readFile } from '../../importers/worker/readFile.js';
import type { FileFormat } from '../../src/words/fileFormats.js';
import { printedReports, type PrintedReport } from '../fixtures/documents/printedReport.js';

/** The reports that programs have written in every format, but the one whose （六） is a single row. */
export const wholeReports = printedReports.filter(({ name }) => name !== 'mixed');

export const mixedReport = printedReports.find(({ name }) => name === 'mixed');

export function documentBytes(path: string): Buffer {
  return readFileSync(new URL(`../fixtures/documents/${path}`, import.meta.url));
}

export function readDocumentFile(bytes: Uint8Array, fileName: string): Promise<FileDraft> {
  return readFile(bytes, fileName, { blanksAreZero: false });
}

export function valuesOf(report: ReportDraft | undefined): Record<string, string | null> {
  return Object.fromEntries(Object.entries(report?.cells ?? {}).map(([key, { value }]) => [key, value]));
}

/** Everything that a document says has come along, and nothing else. */
export function expectWhole(draft: FileDraft, format: FileFormat, printed: PrintedReport): void {
  const [report] = draft.reports;
  // In a narrow cell the digits of a number stand on several lines: that they are one number is told.
  expect(draft.problems.filter(({ code }) => code !== 'NUMBER_CLEANED')).toEqual([]);
  expect(draft.format).toBe(format);
  expect(valuesOf(report)).toEqual(printed.cells);
  expect(report).toMatchObject({
    form: printed.form,
    year: printed.year,
    agency: printed.agency,
    datedOn: printed.datedOn,
    problems: [],
  });
  const sections = Object.fromEntries((report?.sections ?? []).map(({ id, text }) => [id, text]));
  const signature = `\n${printed.agency}\n${printed.year + 1}年1月18日`;
  expect(sections).toEqual({
    ...printed.sections,
    otherMatters: `${printed.sections['otherMatters']}${signature}`,
  });
  expect(report?.headings).toHaveLength(6);
}
