import type { EntityManager } from 'typeorm';
import type { ImportRunStatus } from '../../../../entities/importing/ImportRun.js';
import type { Actor } from '../../access/actor.js';
import { appendAudit } from '../../audit/appendAudit.js';
import { aboutRun } from './auditRun.js';
import { loadRun } from '../imports.js';
import { Refusal } from '../../refusal.js';
import type { RunProgress } from './runProgress.js';
import type { Id } from '../../../brands/brands.js';

/**
 * Says how far a run has come, and holds it until that is stored; false when it has ended or was cancelled meanwhile, so
 * that nothing more of it may be stored.
 */
export async function updateProgress(
  manager: EntityManager,
  id: Id<'Run'>,
  progress: RunProgress,
): Promise<boolean> {
  const [, changed] = await manager.query<[unknown, number]>(
    `UPDATE import_run SET changed_at = $2, seen_at = clock_timestamp(), bytes_total = $3, bytes_read = $4, reports_read = $5,
       reports_stored = $6, reports_unchanged = $7, reports_rejected = $8
     WHERE id = $1 AND status = 'RUNNING'`,
    [
      ...[id, new Date().toISOString(), progress.bytesTotal, progress.bytesRead, progress.reportsRead],
      ...[progress.reportsStored, progress.reportsUnchanged, progress.reportsRejected],
    ],
  );
  return changed > 0;
}

/** Ends a run, unless somebody has cancelled it before. */
export async function endRun(
  manager: EntityManager,
  id: Id<'Run'>,
  status: Exclude<ImportRunStatus, 'RUNNING'>,
  cancelledBy: string | null = null,
): Promise<boolean> {
  const [, changed] = await manager.query<[unknown, number]>(
    `UPDATE import_run SET status = $2, changed_at = $3, cancelled_by = $4
     WHERE id = $1 AND status = 'RUNNING'`,
    [id, status, new Date().toISOString(), cancelledBy],
  );
  return changed > 0;
}

/**
 * Calls off an import that is running. The reports stored before stay stored. Within a scope everybody calls
 * off only what they sent: nobody knows of which agencies the rest of the files is.
 */
export async function cancelImport(
  manager: EntityManager,
  actor: Actor,
  id: string,
  at = new Date(),
): Promise<void> {
  const run = await loadRun(manager, actor, id);
  if (run && actor.scope !== null && run.actor !== actor.name)
    throw new Refusal('FORBIDDEN', `这次导入由“${run.actor}”进行，只能由它或管理员取消。`, ['id']);
  if (run?.status === 'RUNNING' && (await endRun(manager, run.id, 'CANCELLED', actor.name))) {
    await appendAudit(manager, actor, at, [aboutRun('IMPORT_CANCELLED', run.id)]);
    return;
  }
  throw new Refusal('IMPORT_NOT_RUNNING', '没有这次导入，或它已经结束，不能取消。请查看导入的结果。', ['id']);
}
