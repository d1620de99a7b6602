import type { EntityManager } from 'typeorm';
import { proposeRepairs } from '../../repair/proposeRepairs.js';
import type { Actor } from '../access/actor.js';
import { correctOpen, type Correction } from './correctCells.js';
import type { Corrected } from './changeReport.js';
import { repairId } from './repairId.js';
import { openReport } from './openReport.js';
import { Refusal } from '../refusal.js';

export interface RepairToApply extends Omit<Correction, 'changes'> {
  /** The id of a repair that is proposed for the report as it stands. */
  readonly repair: string;
}

/** Takes a proposed repair: an ordinary correction with its reason. Nothing is ever applied by itself. */
export async function applyRepair(
  manager: EntityManager,
  actor: Actor,
  { repair: name, ...correction }: RepairToApply,
): Promise<Corrected> {
  const open = await openReport(manager, actor, {
    request: correction,
    purpose: correction.preview ? 'PREVIEW' : 'CHANGE',
  });
  const { report } = open;
  const repair = proposeRepairs(report).find((proposed) => repairId(report, proposed) === name);
  if (!repair)
    throw new Refusal('REPAIR_UNKNOWN', '这份报告没有这个改法。请重新查询 repairs，从中选一个。', ['repair']);
  const changes = repair.changes.map(({ cell, to }) => ({ key: cell, value: to }));
  return correctOpen(manager, { actor, at: new Date() }, open, { ...correction, changes });
}
