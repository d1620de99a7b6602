import type { EntityManager } from 'typeorm';
import { withChanges } from '../../cells.js';
import type { Actor } from '../access/actor.js';
import type { Asking } from '../judging/judgeToday.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { compareCells } from '../reports/compareCells.js';
import { changeReport, type Corrected } from './changeReport.js';
import { openReport, type OpenReport } from './openReport.js';
import { readCells, type GivenCell } from './readCells.js';

export interface Correction {
  /** The code of the agency. */
  readonly agency: string;
  readonly year: number;
  readonly expectedVersion: number;
  readonly changes: readonly GivenCell[];
  readonly reason: string;
  readonly preview: boolean;
}

/** 更正: sets cells of a report with a reason. A preview answers what it would do and stores nothing. */
export async function correctCells(
  manager: EntityManager,
  actor: Actor,
  correction: Correction,
): Promise<Corrected> {
  const keys = correction.changes.map(({ key }) => key);
  const purpose = correction.preview ? 'PREVIEW' : 'CHANGE';
  const open = await openReport(manager, actor, { request: correction, purpose, keys });
  return correctOpen(manager, { actor, at: new Date() }, open, correction);
}

/** The same for a report that is open. */
export async function correctOpen(
  manager: EntityManager,
  asking: Asking,
  open: OpenReport,
  { changes, reason, preview }: Pick<Correction, 'changes' | 'reason' | 'preview'>,
): Promise<Corrected> {
  const { report } = open;
  const { form } = report;
  const read = readCells(form, changes, 'changes');
  refuseAny([...(preview ? [] : checkReason(reason)), ...read.refusals]);
  const values = withChanges(form, report.values, read.values);
  const changed = new Set(compareCells(report, { form, values }).map(({ cell }) => cell));
  if (changed.size === 0)
    throw new Refusal('NOTHING_CHANGED', '改后的数与现在的数相同，没有任何改动。请核对后再提交。', [
      'changes',
    ]);
  const content = {
    values,
    correctedCells: [...new Set([...report.correctedCells, ...changed])],
    // What was wrong with a cell of the file is settled by the correction.
    problems: report.problems.filter(({ cell }) => cell === undefined || !changed.has(cell)),
  };
  const change = { content, origin: 'CORRECTION', action: 'CELL_CORRECTED', reason } as const;
  return changeReport(manager, asking, open, { ...change, preview });
}
