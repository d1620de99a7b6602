import type exceljs from 'exceljs';
import { address } from '../../importers/grid.js';
import { annotationSheets } from '../../importers/match/chooseForm.js';
import { findCell, type CellKey } from '../cells.js';
import { rowName, tableName } from '../checks/place.js';
import { blanksReadAsZero, withoutPlace, type Fault } from './annotatedFaults.js';
import { severityMarks } from './annotatedMarks.js';
import type { AnnotatedReport } from './annotatedReport.js';
import { drawList, type ListColumn } from './drawList.js';
import type { PrintedForm } from './printedForm.js';
import { sheetName } from './writeWorkbook.js';

const [faultSheet, cleanUpSheet] = annotationSheets;

/** A file with more faults than this is not mended from a list. */
const mostListed = 1_000;

const faultColumns: readonly ListColumn[] = [
  { head: '序号', width: 6, isCentred: true },
  { head: '程度', width: 9, isCentred: true },
  { head: '表', width: 16 },
  { head: '行', width: 18 },
  { head: '列', width: 12 },
  { head: '填报数', width: 10, isCentred: true },
  { head: '应为', width: 10, isCentred: true },
  { head: '规则', width: 24 },
  { head: '怎么办', width: 42 },
  { head: '单元格', width: 8, isCentred: true },
  { head: '说明', width: 24 },
];

const cleanUpColumns: readonly ListColumn[] = [
  { head: '序号', width: 6, isCentred: true },
  { head: '表', width: 22 },
  { head: '行', width: 26 },
  { head: '列', width: 16 },
  { head: '原文', width: 18, isCentred: true },
  { head: '读作', width: 14, isCentred: true },
  { head: '做了什么', width: 56 },
  { head: '原文件位置', width: 14, isCentred: true },
  { head: '单元格', width: 9, isCentred: true },
];

/** 错误清单: one line a fault, with a link to its cell and room for an explanation. */
export function drawFaults(
  workbook: exceljs.Workbook,
  printed: PrintedForm,
  faults: readonly Fault[],
  title: string,
): void {
  const count = (severity: Fault['severity']) => faults.filter((fault) => fault.severity === severity).length;
  const [error, explain, warning] = [count('error'), count('explain'), count('warning')];
  const { error: bad, explain: unclear, warning: odd } = severityMarks;
  drawList(workbook, {
    name: faultSheet,
    title: `${title}　错误清单`,
    hints: [
      `共 ${faults.length} 条：${bad.sign} ${bad.word} ${error} 条，必须改正；${unclear.sign} ${unclear.word} ${explain} 条，改正，或在“说明”栏写明原因；${odd.sign} ${odd.word} ${warning} 条，请核对。`,
      `请在“${sheetName}”表里直接改正，点“单元格”一栏可以跳到那一格；改好后原样上传。上传时只读取“${sheetName}”表。`,
    ],
    columns: faultColumns,
    rows: faults.slice(0, mostListed).map((fault) => {
      const { word, sign, pale } = severityMarks[fault.severity];
      const [first] = fault.cells;
      return {
        fill: pale,
        values: [
          ...[fault.number, `${sign} ${word}`, fault.table, fault.row, fault.column],
          ...[fault.written, fault.expected, fault.rule, fault.advice],
          first === undefined ? '' : linkTo(printed, first),
          '',
        ],
      };
    }),
    whenEmpty: '没有发现问题。',
    more: faults.length - mostListed,
  });
}

/** 清理记录: what was read otherwise than it was written. */
export function drawCleanUps(
  workbook: exceljs.Workbook,
  printed: PrintedForm,
  report: AnnotatedReport,
  title: string,
): void {
  const cleanUps = report.problems.filter(({ severity }) => severity === 'info');
  const zeros = blanksReadAsZero(report);
  const rows = cleanUps.slice(0, mostListed).map(({ cell, at, message }, index) => {
    const target = cell === undefined ? undefined : findCell(report.form, cell);
    const read = target && report.cells[target.key];
    return {
      values: [
        index + 1,
        ...(target
          ? [tableName(target).slice(1, -1), rowName(target).slice(1, -1), target.column.label]
          : ['', '', '']),
        ...[read?.raw ?? '', read?.value ?? '', withoutPlace(message), at ?? ''],
        target ? linkTo(printed, target.key) : '',
      ],
    };
  });
  if (zeros > 0)
    rows.push({
      values: [
        ...[rows.length + 1, '', '', '', '空白', '0'],
        ...[`填报人说明空白即为零：${zeros} 格空白已按 0 处理。`, '', ''],
      ],
    });
  drawList(workbook, {
    name: cleanUpSheet,
    title: `${title}　清理记录`,
    hints: ['读取时作过这些整理，请核对。没有列出的数字与原文件相同。'],
    columns: cleanUpColumns,
    rows,
    whenEmpty: '没有作过整理，数字都与原文件相同。',
    more: cleanUps.length - mostListed,
  });
}

/** A formula, because WPS does not follow the links that can be written otherwise. */
function linkTo(printed: PrintedForm, key: CellKey): exceljs.CellValue {
  const cell = printed.cells.find((candidate) => candidate.key === key);
  if (!cell) return '';
  const place = address(cell.row, cell.column);
  return { formula: `HYPERLINK("#${sheetName}!${place}","${place}")`, result: place };
}
