import type { EntityManager } from 'typeorm';
import type { AuditAction } from '../../../../entities/audit/AuditEntry.js';
import { isError } from '../../../problems/problem.js';
import type { Actor } from '../../access/actor.js';
import { appendAudit, systemChain, type AuditEvent } from '../../audit/appendAudit.js';
import type { FileOutcome } from '../importOutcome.js';
import type { Id } from '../../../brands/brands.js';

/** An import as a whole. Its agencies are in the import itself, to which the entry points. */
export function aboutRun(
  action: AuditAction,
  run: Id<'Run'>,
  details: AuditEvent['details'] = {},
): AuditEvent {
  return {
    chain: systemChain,
    action,
    reason: null,
    agencyId: null,
    reportId: null,
    version: null,
    changes: [],
    details: { ...details, run },
  };
}

/** An import that stored nothing: every report in it is as it was before, or some are refused. */
export async function auditIdleRun(
  manager: EntityManager,
  actor: Actor,
  { at, run, files }: { readonly at: Date; readonly run: Id<'Run'>; readonly files: readonly FileOutcome[] },
): Promise<void> {
  const operation = actor.requestId === null ? 'nianbao import' : 'POST /imports';
  const refused = files.filter(({ status }) => status === 'REJECTED');
  const [fault] = refused.flatMap(({ problems, reports }) =>
    [...problems, ...reports.flatMap((report) => report.problems)].filter(isError),
  );
  const event =
    refused.length > 0
      ? aboutRun('REFUSED', run, { operation, code: fault?.code ?? null })
      : aboutRun('IMPORT_UNCHANGED', run, { operation });
  await appendAudit(manager, actor, at, [event]);
}
