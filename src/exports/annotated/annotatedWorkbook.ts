import { findCell } from '../../cells.js';
import { contentOf } from './annotatedContent.js';
import { faultsOf } from './annotatedFaults.js';
import { drawCleanUps } from './annotatedCleanUps.js';
import { drawFaults } from './annotatedLists.js';
import { marksOf, severityMarks } from './annotatedMarks.js';
import { repairHints, repairsOf } from './annotatedRepairs.js';
import type { AnnotatedReport } from './annotatedReport.js';
import { markCells } from './annotatedSheet.js';
import { printForm } from '../printed/printedForm.js';
import { bytesOf, draw, guardSheet } from '../printed/writeWorkbook.js';

/**
 * The official layout with the values of an upload, every fault marked in it and listed beside it. It can
 * be corrected and uploaded again as it is: the same values are read from it.
 */
export async function annotatedWorkbook(report: AnnotatedReport, writtenAt = new Date()): Promise<Buffer> {
  const { form, cells, sections } = report;
  const texts = new Map(sections.map(({ id, text }) => [id, text]));
  const name = `${report.agencyName ?? ''}${report.year === null ? '' : `${report.year}年`}`;
  const printed = printForm(form, {
    title: `${name}政府信息公开工作年度报告`,
    paragraphs: ({ id }) => (texts.get(id) ?? '').split('\n'),
  });
  const { workbook, sheet } = await draw(form, printed, writtenAt, (key) => cells[key]?.value ?? '');
  for (const { row, column, key } of printed.cells) {
    const target = key === undefined ? undefined : findCell(form, key);
    const cell = target && cells[target.key];
    const content = target && cell ? contentOf(report, target, cell) : null;
    if (content !== null) sheet.getCell(row + 1, column + 1).value = content;
  }
  const faults = faultsOf(report);
  const repairs = repairsOf(report);
  markCells(sheet, printed, marksOf(faults, repairHints(repairs)));
  const { error, explain, warning } = severityMarks;
  const legend = [error, explain, warning].map(({ sign, word }) => `${sign} ${word}`).join('　');
  sheet.headerFooter.oddFooter = `&L${legend}&C第 &P 页，共 &N 页`;
  await guardSheet(sheet, form, printed);
  drawFaults(workbook, printed, report, { faults, repairs, title: name });
  drawCleanUps(workbook, printed, report, name);
  return bytesOf(workbook);
}
