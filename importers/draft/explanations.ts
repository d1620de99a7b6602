import { problem, type Problem } from '../../src/problems/problem.js';
import type { DraftExplanation } from './draft.js';
import { readFindingMark } from './findingMark.js';
import type { Grid, GridRow } from '../reading/grid.js';
import { isAnnotation } from '../match/chooseForm.js';

/** The columns of 错误清单 that are read back. Whoever works with the list may move them. */
export const explanationHead = '说明';
export const markHead = '核对编号';

export interface ReadExplanations {
  readonly explanations: readonly DraftExplanation[];
  readonly problems: readonly Problem[];
}

/** What was typed into the column 说明 of the list of faults. Lines without any are left out. */
export function readExplanations(grids: readonly Grid[]): ReadExplanations {
  const explanations: DraftExplanation[] = [];
  const problems: Problem[] = [];
  for (const grid of grids.filter(isAnnotation)) {
    const head = grid.rows.findIndex((row) => columnOf(row, explanationHead) !== undefined);
    const headRow = grid.rows[head];
    const text = headRow && columnOf(headRow, explanationHead);
    const mark = headRow && columnOf(headRow, markHead);
    if (text === undefined || mark === undefined) continue;
    for (const row of grid.rows.slice(head + 1)) {
      const typed = row.cells.find(({ column }) => column === text);
      if (!typed || typed.text.trim() === '') continue;
      const finding = readFindingMark(row.cells.find(({ column }) => column === mark)?.text ?? '');
      if (finding) explanations.push({ ...finding, text: typed.text.trim(), at: typed.at });
      else
        problems.push(
          problem(
            'EXPLANATION_UNUSED',
            `${typed.at}：这一行不是核对结果，或它的“${markHead}”已被改动，这里的说明没有读取。读取中的问题请直接在表里改正。`,
            { at: typed.at },
          ),
        );
    }
  }
  return { explanations, problems };
}

function columnOf({ cells }: GridRow, head: string): number | undefined {
  return cells.find(({ text }) => text.trim() === head)?.column;
}
