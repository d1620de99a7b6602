import { findCell, formatValue, type FormCell, type Values } from '../cells.js';
import type { Form } from '../forms/form.js';

/** How a person errs. */
export type Slip =
  | 'lost'
  | 'swapped'
  | 'dropped'
  | 'doubled'
  | 'mistyped'
  | 'joined'
  | 'transferred'
  | 'shifted'
  | 'neighbour'
  | 'sign'
  | 'yuan'
  | 'zero'
  | 'other';

interface SlipText {
  /** Smaller is likelier. Two slips are less likely than one, so these are added up. */
  readonly improbability: number;
  /** What the message of a repair says of it. */
  readonly words: string;
}

/** Likeliest first. A zero that should be something may be a value left out, or somebody's honest zero. */
export const slips: Readonly<Record<Slip, SlipText>> = {
  lost: { improbability: 1000, words: '缺数' },
  swapped: { improbability: 1100, words: '可能是数字颠倒' },
  dropped: { improbability: 1200, words: '可能是漏了一位数字' },
  doubled: { improbability: 1200, words: '可能是同一位数字重复' },
  mistyped: { improbability: 1300, words: '可能是错了一位数字' },
  joined: { improbability: 1100, words: '可能是一个数的几位数字分写在相邻两格' },
  transferred: { improbability: 1350, words: '可能是记在了别的申请人类别之下，合计不变' },
  shifted: { improbability: 1400, words: '可能是错位填写' },
  neighbour: { improbability: 1500, words: '可能误填了相邻一格的数' },
  sign: { improbability: 1600, words: '可能是正负号写反' },
  yuan: { improbability: 1700, words: '可能把元当作万元' },
  zero: { improbability: 1800, words: '可能漏填' },
  other: { improbability: 3000, words: '' },
};

const yuanInTenThousand = 10_000n;

/** What slip of the pen or the keyboard turns the right value into the written one. */
export function slipOf(form: Form, cell: FormCell, values: Values, right: bigint): Slip {
  const written = values[cell.position] ?? null;
  if (written === null) return 'lost';
  if (written === -right) return 'sign';
  if (cell.column.quantity === 'money' && written === right * yuanInTenThousand) return 'yuan';
  if (written === 0n) return 'zero';
  const digits = digitSlip(formatValue(cell.column, written), formatValue(cell.column, right));
  if (digits) return digits;
  const [above, below, before, after] = neighbours(form, cell).map((each) => each && values[each.position]);
  if (written === before || written === after) return 'neighbour';
  return written === above || written === below ? 'shifted' : 'other';
}

/** The cells above, below, before and after a cell as printed. */
export function neighbours(form: Form, { table, row, column }: FormCell): (FormCell | undefined)[] {
  const [rowIndex, columnIndex] = [table.rows.indexOf(row), table.columns.indexOf(column)];
  return [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ].map(([down = 0, right = 0]) => {
    const [otherRow, otherColumn] = [table.rows[rowIndex + down], table.columns[columnIndex + right]];
    return otherRow && otherColumn && findCell(form, `${table.id}.${otherRow.id}.${otherColumn.id}`);
  });
}

/** Two digits swapped, one dropped, doubled or mistyped. */
function digitSlip(written: string, right: string): Slip | null {
  if (written === right || Math.abs(written.length - right.length) > 1) return null;
  const shorter = Math.min(written.length, right.length);
  let start = 0;
  while (start < shorter && written[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && written.at(-1 - end) === right.at(-1 - end)) end++;
  const [wrong, meant] = [written.slice(start, written.length - end), right.slice(start, right.length - end)];
  if (wrong.length === 0) return 'dropped';
  if (meant.length === 0) return isRepeated(written, start) ? 'doubled' : 'mistyped';
  // A lone digit that should be nothing is not a digit mistaken for another.
  if (wrong.length === 1 && meant.length === 1) return right === '0' ? null : 'mistyped';
  return inOrder(wrong) === inOrder(meant) ? 'swapped' : null;
}

function inOrder(digits: string): string {
  return [...digits].sort().join('');
}

function isRepeated(text: string, at: number): boolean {
  return text[at] === text[at - 1] || text[at] === text[at + 1];
}
