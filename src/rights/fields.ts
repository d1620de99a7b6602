import { auditors, people, type Rule } from './operations.js';

/**
 * What a type of the API is. `scoped`: an agency, or what is of one: no field leads to one outside the scope
 * of the token. `part`: hangs from something else and is seen by whoever may see that.
 */
export type TypeRule = 'scoped' | 'part';

const scoped = ['Agency', 'Report'] as const;

const parts = [
  // Lists and pages
  ...['AgencyConnection', 'AgencyEdge', 'ReportConnection', 'ReportEdge', 'FindingConnection', 'FindingEdge'],
  ...['AuditEntryConnection', 'AuditEntryEdge', 'TokenConnection', 'TokenEdge', 'PageInfo'],
  ...['ChildValueConnection', 'ChildValueEdge', 'ReminderConnection', 'ReminderEdge'],
  // Forms and rules, the same for everybody
  ...['Form', 'FormTable', 'FormRow', 'FormCell', 'FormSection', 'Line', 'Rule', 'RuleVersion'],
  // Of a report
  ...['Table', 'Row', 'Cell', 'CellChange', 'Section', 'Problem', 'Finding', 'Explanation', 'ReportVersion'],
  ...[
    'Repair',
    'RepairChange',
    'NextStep',
    'ReportStep',
    'Remark',
    'Proposal',
    'Waiver',
    'Publication',
    'PublishedExplanation',
  ],
  ...['CellDifference', 'Receipt', 'Comparison', 'ComparedRow', 'ComparedValue'],
  // Of an import
  ...['ImportRun', 'ImportFile', 'ImportedReport', 'ImportFinding'],
  // Of many reports
  ...['RollUp', 'CellDeviation', 'ChildValue', 'Progress', 'ProgressCount', 'Reminder'],
  ...['Overview', 'OverviewGroup', 'OverviewYear', 'OverviewValue'],
  // Of an agency
  'FormerName',
  // Of the keeping of it all
  ...['AuditEntry', 'AuditVerification', 'AuditBreak', 'Token'],
  // Of people
  ...['Viewer', 'ViewerOffice', 'WaitingStep'],
  // What mutations answer
  ...['UserError', 'AgencyPayload', 'CorrectionPayload', 'FindingExplainPayload', 'ImportCancelPayload'],
  ...['RecheckPayload', 'ReportImportPayload', 'ReportPayload', 'TokenCreatePayload', 'TokenRevokePayload'],
  ...['DeadlinePayload', 'ProposalPayload', 'StepPayload', 'WaiverPayload'],
] as const;

/** The rule of every type; those at the root have a rule for each of their fields, in operations.ts. */
export const typeRules: ReadonlyMap<string, TypeRule> = new Map([
  ...scoped.map((name) => [name, 'scoped'] as const),
  ...parts.map((name) => [name, 'part'] as const),
]);

/** Fields that not everybody sees who sees what they belong to: for others they are null, or refused. */
export const fieldRules: Readonly<Record<string, Rule>> = {
  'Report.auditTrail': people,
  // Where requests came from is about people: for those who look into them.
  'AuditEntry.address': auditors,
  'AuditEntry.requestId': auditors,
};
