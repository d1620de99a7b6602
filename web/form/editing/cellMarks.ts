import type { CellKey } from '../../../src/cells.js';
import type { Repair } from '../../../src/repair/repair.js';
import { blocks, type ShownFinding } from './judgeEdits.js';

/** How loud a cell is: most likely wrong, one side of something wrong, to be explained. */
export type CellMark = 'suspect' | 'error' | 'explain';

/** A finding about more cells than this says nothing of each of them. */
const mostMarked = 20;

/** The loudest mark stands on the cell most likely wrong, not on the innocent total. */
export function cellMarks(
  findings: readonly ShownFinding[],
  best: Repair | undefined,
): Record<CellKey, CellMark> {
  const marks: Record<CellKey, CellMark> = {};
  const wrong = findings.filter(blocks);
  for (const { severity, cells } of wrong)
    if (severity === 'explain' && cells.length <= mostMarked) for (const key of cells) marks[key] = 'explain';
  const errors = wrong.filter(({ severity }) => severity === 'error');
  for (const { cells } of errors) for (const key of cells) marks[key] = 'error';
  if (errors.length > 0) for (const { cell } of best?.changes ?? []) marks[cell] = 'suspect';
  return marks;
}
