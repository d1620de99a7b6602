import type { AuditAction } from '../../../entities/audit/AuditEntry.js';
import { systemChain, type AuditEvent } from '../audit/appendAudit.js';
import type { Office } from './accounts.js';

/** What happened to a person's account, on the chain of the office it is of. */
export function personEvent(
  action: AuditAction,
  office: Pick<Office, 'agencyId'> | null | undefined,
  details: AuditEvent['details'],
  reason: string | null = null,
): AuditEvent {
  const agencyId = office?.agencyId ?? null;
  return {
    chain: agencyId ?? systemChain,
    action,
    reason,
    agencyId,
    reportId: null,
    version: null,
    changes: [],
    details,
  };
}
