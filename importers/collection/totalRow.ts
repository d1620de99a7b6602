import { problem, type Problem } from '../../src/problems/problem.js';
import type { GridRow } from '../reading/grid.js';
import type { ReportName } from './collectionPart.js';
import { placeIn, type TablePlace } from './tableRow.js';

/** 合计（12家）, 市直部门小计, 共计：the name of no agency. */
const total = /(?:小计|合计|总计|共计|累计)(?:[（(:：\d共].*)?$/;
/** Who filled a table in, and when: the last rows of many. */
const signature =
  /^(?:填表人?|填报人?|制表人?|审核人?|审批人?|复核人?|经办人|(?:单位|分管)?(?:负责人|领导)|联系人|(?:联系)?电话|(?:填表|填报|制表|报出)?(?:日期|时间)|单位[（(]?(?:盖章|公章)[）)]?|盖章|备?注|说明)\s*[:：]/;

/** Whether a row of a table is the sum of the others: it stands for no agency. */
export function isTotal({ agency, agencyCode }: Pick<ReportName, 'agency' | 'agencyCode'>): boolean {
  const named = agency?.replace(/\s/g, '') ?? '';
  return total.test(named) && (agencyCode === null || agencyCode === agency);
}

/** Whether a row below a table says who signs for it, or explains it. */
export function isSignature({ cells }: GridRow): boolean {
  const [first] = cells;
  return first?.number === null && signature.test(first.text.trim());
}

/** Says that a row of signatures or notes was passed over. */
export function signatureRow(row: GridRow, place: TablePlace): Problem {
  return problem('NOTE_ROW', `第${row.row + 1}行是落款或说明，不是报告，没有读入。`, {
    at: placeIn(place, row.row, row.cells[0]?.column ?? 0),
  });
}

/** Says that a row was passed over. */
export function totalRow(row: GridRow, place: TablePlace): Problem {
  return problem('TOTAL_ROW', `第${row.row + 1}行是合计，不是报告，没有读入。`, {
    at: placeIn(place, row.row, row.cells[0]?.column ?? 0),
  });
}
