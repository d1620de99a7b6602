import type { AuditAction, AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { ChangeKind } from '../../../entities/feed/ChangeKind.js';

/** Which actions connected systems are told of. */
const kinds: Readonly<Partial<Record<AuditAction, ChangeKind>>> = {
  REPORT_IMPORTED: ChangeKind.VERSION,
  REPORT_CONSOLIDATED: ChangeKind.VERSION,
  CELL_CORRECTED: ChangeKind.VERSION,
  SECTION_CORRECTED: ChangeKind.VERSION,
  REPORT_REVERTED: ChangeKind.VERSION,
  REPORT_SUBMITTED: ChangeKind.SUBMITTED,
  REPORT_WITHDRAWN: ChangeKind.WITHDRAWN,
  REPORT_RETURNED: ChangeKind.RETURNED,
  REPORT_ACCEPTED: ChangeKind.ACCEPTED,
  REPORT_PUBLISHED: ChangeKind.PUBLISHED,
  REPORT_REOPENED: ChangeKind.REOPENED,
  REVISION_ABANDONED: ChangeKind.REVISION_ABANDONED,
  FINDING_EXPLAINED: ChangeKind.EXPLAINED,
  WAIVER_GRANTED: ChangeKind.WAIVED,
  AGENCY_REGISTERED: ChangeKind.AGENCY_REGISTERED,
};

/** What a change of the register may be, by what the audit trail keeps of it. */
const changesOfAgencies = [
  ['nameBefore', ChangeKind.AGENCY_RENAMED],
  ['parentBefore', ChangeKind.AGENCY_MOVED],
  ['successorBefore', ChangeKind.AGENCY_MERGED],
] as const;

/** The changes that an entry of the audit trail tells of: none, one, or several of one agency. */
export function changeKinds({ action, details }: Pick<AuditEntry, 'action' | 'details'>): ChangeKind[] {
  if (action !== 'AGENCY_CHANGED') return kinds[action] ? [kinds[action]] : [];
  const told = changesOfAgencies.filter(([name]) => name in details).map(([, kind]) => kind);
  return told.length > 0 ? told : [ChangeKind.AGENCY_CHANGED];
}
