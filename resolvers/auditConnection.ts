import type { AuditEntry } from '../entities/AuditEntry.js';
import { listAuditEntries, type AuditFilter } from '../src/filing/audit/listAuditEntries.js';
import type { Reading } from './Context.js';
import { pageRequest, toConnection, type PageArguments } from './toConnection.js';
import type { Connection } from './types/connection.js';

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
