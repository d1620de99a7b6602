import type exceljs from 'exceljs';
import { explanationHead, markHead } from '../../../importers/draft/explanations.js';
import { findingMark } from '../../../importers/draft/findingMark.js';
import { annotationSheets } from '../../../importers/match/chooseForm.js';
import { unreadMark } from '../../../importers/files/unreadMark.js';
import { findingKey } from '../../checks/index.js';
import type { Fault } from './annotatedFaults.js';
import { severityMarks } from './annotatedMarks.js';
import { likeliestRepair, repairInWords } from './annotatedRepairs.js';
import type { AnnotatedReport } from './annotatedReport.js';
import { linkTo } from './cellLink.js';
import { drawList, mostListed, type ListColumn, type ListRow } from './drawList.js';
import type { PrintedForm } from '../printed/printedForm.js';
import { sheetName } from '../printed/writeWorkbook.js';
import type { Repair } from '../../repair/repair.js';

const [faultSheet] = annotationSheets;

const columns: readonly ListColumn[] = [
  { head: '序号', width: 6, isCentred: true },
  { head: '程度', width: 9, isCentred: true },
  { head: '表', width: 16 },
  { head: '行', width: 18 },
  { head: '列', width: 12 },
  { head: '填报数', width: 10, isCentred: true },
  { head: '应为', width: 10, isCentred: true },
  { head: '规则', width: 24 },
  { head: '怎么办', width: 38 },
  { head: '单元格', width: 8, isCentred: true },
  { head: '建议改法', width: 24 },
  { head: explanationHead, width: 26 },
  { head: markHead, width: 12, isHidden: true },
];
const explanationColumn = columns.findIndex(({ head }) => head === explanationHead);

/** 错误清单: one line a fault, with a link to its cell, what to change, and room for an explanation. */
export function drawFaults(
  workbook: exceljs.Workbook,
  printed: PrintedForm,
  report: AnnotatedReport,
  {
    faults,
    repairs,
    title,
  }: { faults: readonly Fault[]; repairs: readonly (readonly Repair[])[]; title: string },
): void {
  const count = (severity: Fault['severity']) => faults.filter((fault) => fault.severity === severity).length;
  const [error, explain, warning] = [count('error'), count('explain'), count('warning')];
  const { error: bad, explain: unclear, warning: odd } = severityMarks;
  drawList(workbook, {
    name: faultSheet,
    title: `${title}　错误清单`,
    hints: [
      `共 ${faults.length} 条：${bad.sign} ${bad.word} ${error} 条，必须改正；${unclear.sign} ${unclear.word} ${explain} 条，改正，或在“${explanationHead}”栏写明原因（不少于 8 个字）；${odd.sign} ${odd.word} ${warning} 条，请核对。`,
      `请在“${sheetName}”表里直接改正，点“单元格”一栏可以跳到那一格；改好后原样上传。上传时读取“${sheetName}”表和本表的“${explanationHead}”栏。“建议改法”是按勾稽关系推算的，请对照原始记录核实后再改。${
        (report.unread?.length ?? 0) > 0 ? `写着“${unreadMark}”的格没有从原文件读出来，请对照原件填写。` : ''
      }`,
    ],
    columns,
    rows: faults.slice(0, mostListed).map((fault): ListRow => {
      const { word, sign, pale } = severityMarks[fault.severity];
      const [first] = fault.cells;
      return {
        fill: pale,
        toFill: fault.severity === 'explain' ? explanationColumn : undefined,
        values: [
          ...[fault.number, `${sign} ${word}`, fault.table, fault.row, fault.column],
          ...[...numbersBeside(fault, repairs), fault.rule, fault.advice],
          first === undefined ? '' : linkTo(printed, first),
          repairInWords(report, printed, repairs, fault),
          explanationOf(report, fault),
          fault.finding ? findingMark(fault.finding) : '',
        ],
      };
    }),
    whenEmpty: '没有发现问题。',
    more: faults.length - mostListed,
  });
}

/**
 * What is written in the first cell of a fault, and what it should be: by the only repair when that changes it.
 * Where a repair leaves it as it is, the number it is compared with would mislead.
 */
function numbersBeside(
  fault: Fault,
  parts: readonly (readonly Repair[])[],
): readonly [written: string, expected: string] {
  const best = likeliestRepair(parts, fault)?.best;
  const change = best?.changes.find(({ cell }) => cell === fault.cells[0]);
  if (best && !change) return [fault.written, '见建议改法'];
  if (best?.unique && change && change.from !== null) return [change.from, change.to];
  return [fault.written, fault.expected];
}

/** What was said about the finding before. */
function explanationOf({ explanations = [] }: AnnotatedReport, { finding }: Fault): string {
  const name = finding && findingKey(finding);
  const said = explanations.find(
    ({ rule, cells, sentence }) => findingKey({ rule, cells, text: sentence ?? undefined }) === name,
  );
  return said?.text ?? '';
}
