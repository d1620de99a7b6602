import { auditors, callers, ledgerKeepers, trail, type Rule } from './operations.js';

/**
 * Fields that not everybody sees who sees what they belong to: for others they are null, or refused. All other
 * fields go with what they belong to, and none leads to an agency or a report outside the scope (guardSchema).
 */
export const fieldRules: Readonly<Record<string, Rule>> = {
  'Report.auditTrail': trail,
  // Where requests came from is about people: for those who look into them.
  'AuditEntry.address': auditors,
  'AuditEntry.requestId': auditors,
  'Agency.contacts': callers,
  // Cases are about people, also without their names.
  'Report.ledgerDifferences': ledgerKeepers,
  'Report.countedFrom': ledgerKeepers,
};
