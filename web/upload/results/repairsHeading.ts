import type { RepairAnswer } from '../importAnswer.js';

/** The likeliest proposals are enough for a person to compare with the records. */
export const mostRepairs = 5;

type Proposal = Pick<RepairAnswer, 'changes' | 'unique'>;

/** Blank cells that can only be one number each: nothing that stands there is changed. */
export function isFill({ changes }: Pick<RepairAnswer, 'changes'>): boolean {
  return changes.every(({ from }) => from === null);
}

/** How many proposals there are and how sure one may be of them, above their table; empty without any. */
export function repairsHeading(repairs: readonly Proposal[]): string {
  const [first] = repairs;
  if (!first) return '';
  const count = repairs.length;
  if (isFill(first)) {
    const blanks = repairs.reduce((sum, { changes }) => sum + changes.length, 0);
    return `空白的 ${blanks} 格各只有一个数能使各项相符`;
  }
  if (first.unique) return '建议的改法（改动最少，只有这一种能使各项相符）';
  if (count === 1) return '建议的改法（改动最少）';
  const listed = count > mostRepairs ? `，列出最可能的 ${mostRepairs} 种` : '';
  return `建议的改法 ${count} 种（改其中一种即可使各项相符，最可能的在前${listed}）`;
}
