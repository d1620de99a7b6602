import type { AuditEntry } from '../../entities/audit/AuditEntry.js';
import { listAuditEntries, type AuditFilter } from '../../src/filing/audit/listAuditEntries.js';
import type { Reading } from '../edge/Context.js';
import { pageRequest, toConnection, type PageArguments } from '../edge/toConnection.js';
import type { Connection } from '../edge/connection.js';

/** A page of the audit trail, whole or of one report. */
export async function auditConnection(
  { manager, actor }: Reading,
  filter: AuditFilter | null,
  asked: PageArguments,
): Promise<Connection<AuditEntry>> {
  const page = pageRequest(asked, 50);
  const entries = await listAuditEntries(manager, actor, { ...page, filter });
  return toConnection(entries, page, (entry) => entry);
}
