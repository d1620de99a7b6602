import type exceljs from 'exceljs';
import { annotationSheets } from '../../../importers/match/chooseForm.js';
import { cellsOf, findCell } from '../../cells.js';
import { rowName, tableName } from '../../checks/place.js';
import { withoutPlace } from './annotatedFaults.js';
import type { AnnotatedReport } from './annotatedReport.js';
import { linkTo } from './cellLink.js';
import { drawList, mostListed, type ListColumn } from './drawList.js';
import type { PrintedForm } from '../printed/printedForm.js';

const [, cleanUpSheet] = annotationSheets;

const columns: readonly ListColumn[] = [
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
    columns: columns,
    rows,
    whenEmpty: '没有作过整理，数字都与原文件相同。',
    more: cleanUps.length - mostListed,
  });
}

/** How many cells the filer's word made zero. */
function blanksReadAsZero({ form, cells }: AnnotatedReport): number {
  return cellsOf(form).filter(({ key }) => {
    const cell = cells[key];
    return cell?.value === '0' && cell.raw === null;
  }).length;
}
