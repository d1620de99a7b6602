import { keyOfPattern, type CellKey } from '../cells.js';

/**
 * Cell keys in which `*` stands for any row or column. What is not named here means the same in every form
 * that has it.
 */
type Cells = string;

/** A cell of one form that another divides: it stands for the sum of the parts. */
export interface Division {
  readonly whole: Cells;
  /** In the place of the whole, with the same column. */
  readonly parts: readonly Cells[];
}

/** （六）其他处理 is one row on form 2019 and three on form 2021. */
export const divisions: readonly Division[] = [
  {
    whole: 'requests.otherHandling.*',
    parts: ['requests.supplementOverdue.*', 'requests.feeOverdue.*', 'requests.otherReasons.*'],
  },
];

/** Cells that not every form has, and what took their place. */
interface Replaced {
  readonly cells: readonly Cells[];
  readonly reason: string;
}

const replaced: readonly Replaced[] = [
  {
    cells: ['documents.*.totalDisclosed', 'documents.*.inForce'],
    reason: '2019 年统一格式填“对外公开总数量”，2021 年统一格式填“现行有效件数”，是两个不同的数，不能相比',
  },
  {
    cells: [
      'documents.*.newlyMade',
      'documents.*.newlyDisclosed',
      'documents.*.issued',
      'documents.*.repealed',
    ],
    reason: '2019 年统一格式填新制作、新公开的数量，2021 年统一格式填制发、废止的件数，口径不同，不能相比',
  },
  {
    cells: ['fees.fees.*'],
    reason: '2019 年统一格式填行政事业性收费的项目数，2021 年统一格式填收费金额（万元），不能相比',
  },
  {
    cells: ['licensing.otherManagementServices.*'],
    reason: '2021 年统一格式不再填报其他对外管理服务事项',
  },
  {
    cells: [
      ...['licensing.licensing.previousItems', 'licensing.licensing.change'],
      ...['enforcement.*.previousItems', 'enforcement.*.change'],
    ],
    reason: '2021 年统一格式只填处理决定数量，不再填报项目数量和增减',
  },
  { cells: ['procurement.*.*'], reason: '2021 年统一格式不再填报政府集中采购' },
  {
    cells: divisions.flatMap(({ parts }) => parts),
    reason: '2019 年统一格式的“（六）其他处理”不分细项，只能与三项之和相比',
  },
];

/** Why a cell that one of the forms lacks cannot be compared with it; undefined when nothing took its place. */
export function whyReplaced(key: CellKey): string | undefined {
  return replaced.find(({ cells }) => cells.some((pattern) => matches(pattern, key)))?.reason;
}

/** The cells whose sum a cell stands for on forms that lack it; undefined when it stands for none. */
export function partsOf(key: CellKey): CellKey[] | undefined {
  const division = divisions.find(({ whole }) => matches(whole, key));
  const column = key.split('.')[2] ?? '';
  return division?.parts.map((part) => keyOfPattern(part, column));
}

function matches(pattern: Cells, key: CellKey): boolean {
  const names = key.split('.');
  return pattern.split('.').every((name, index) => name === '*' || name === names[index]);
}
