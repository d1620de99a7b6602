import { Role } from '../../entities/access/Role.js';

/**
 * How far an operation of a token with a scope reaches. OWN: the agency of the scope alone. WITHIN: it and
 * everything below it. BELOW: only what is below it, as a supervising agency. Without a scope: everything.
 */
export type Reach = 'OWN' | 'WITHIN' | 'BELOW';

/** Who may do something, and how far. A role that is not listed may not. */
export type Rule = Readonly<Partial<Record<Role, Reach>>>;

const administrator: Rule = { [Role.ADMINISTRATOR]: 'WITHIN' };
/** 系统管理: settings, agencies, deadlines. */
const system: Rule = { ...administrator, [Role.SYSTEM_ADMINISTRATOR]: 'WITHIN' };
/** 安全管理: accounts, tokens, scopes. */
const security: Rule = { ...administrator, [Role.SECURITY_ADMINISTRATOR]: 'WITHIN' };

/** Whoever reads reports, in the scope of the token or the office. */
const everybody: Rule = {
  ...administrator,
  [Role.FILER]: 'WITHIN',
  [Role.REVIEWER]: 'WITHIN',
  [Role.PUBLISHER]: 'WITHIN',
  [Role.AUDITOR]: 'WITHIN',
  [Role.READER]: 'WITHIN',
};
/** What holds no numbers: forms, rules, agencies. */
const anybody: Rule = {
  ...everybody,
  [Role.SYSTEM_ADMINISTRATOR]: 'WITHIN',
  [Role.SECURITY_ADMINISTRATOR]: 'WITHIN',
};
/** People, not connected systems. */
const people: Rule = { ...everybody, [Role.READER]: undefined };
/** 填报单位: who answers for the numbers. */
const owner: Rule = { ...administrator, [Role.FILER]: 'OWN' };
/** Files are checked and brought in as drafts by the office itself, or for it by whoever reviews it. */
const importer: Rule = { ...owner, [Role.REVIEWER]: 'BELOW' };
/** 主管部门: who reviews the reports of others. */
const supervisor: Rule = { ...administrator, [Role.REVIEWER]: 'BELOW' };
const publisher: Rule = { ...administrator, [Role.PUBLISHER]: 'WITHIN' };
/** 审计管理: the audit trail and its verification. */
export const auditors: Rule = { ...administrator, [Role.AUDITOR]: 'WITHIN' };
/** Each sees what was done to its own; what auditors see of it besides has a rule of its own. */
export const trail: Rule = { ...people };
const passwords: Rule = { ...security, [Role.REVIEWER]: 'BELOW' };
const accounts: Rule = { ...security, [Role.REVIEWER]: 'WITHIN', [Role.AUDITOR]: 'WITHIN' };
/** Cases of a ledger: the office itself and those who answer for it, never a connected system or a publication. */
export const ledgerKeepers: Rule = {
  ...administrator,
  [Role.FILER]: 'WITHIN',
  [Role.REVIEWER]: 'WITHIN',
  [Role.AUDITOR]: 'WITHIN',
};
/** What was sent to connected systems: those who set them up, and those who look into what happened. */
const deliveries: Rule = { ...system, [Role.AUDITOR]: 'WITHIN' };
/** Whom to call about a report. */
export const callers: Rule = { ...accounts, [Role.PUBLISHER]: 'WITHIN' };

/** 三员分立: with it the administrator does none of this. */
const separated: ReadonlySet<Rule> = new Set([
  system,
  security,
  auditors,
  trail,
  passwords,
  accounts,
  deliveries,
]);

/** Every operation of the API and of the service, and who may do it. What is not listed is refused. */
export const operations = {
  // What is found by its id also needs the right to read what it is.
  'Query.node': anybody,
  'Query.nodes': anybody,
  'Query._service': anybody,
  'Query._entities': anybody,
  'Query.viewer': anybody,
  'Query.forms': anybody,
  'Query.form': anybody,
  'Query.rules': anybody,
  'Query.agency': anybody,
  'Query.agencies': anybody,
  'Query.report': everybody,
  'Query.reports': everybody,
  'Query.changes': everybody,
  'Query.compare': everybody,
  'Query.rollUp': everybody,
  'Query.overview': everybody,
  'Query.progress': everybody,
  'Query.reminders': everybody,
  'Query.requirement': anybody,
  'Query.ledger': ledgerKeepers,
  'Query.ledgerStatistics': everybody,
  'Query.importRun': people,
  'Query.findings': everybody,
  'Query.auditTrail': trail,
  'Query.auditVerify': auditors,
  'Query.tokens': security,
  'Query.people': accounts,
  'Query.webhooks': deliveries,
  'Query.deliveries': deliveries,
  'Mutation.agencyRegister': system,
  'Mutation.agenciesImport': system,
  'Mutation.agencyChange': system,
  'Mutation.agencyMerge': system,
  'Mutation.deadlineSet': system,
  'Mutation.requirementSet': system,
  'Mutation.workYearSet': system,
  'Mutation.webhookRegister': system,
  'Mutation.webhookRemove': system,
  'Mutation.deliveryRepeat': system,
  'Mutation.tokenCreate': security,
  'Mutation.tokenRevoke': security,
  'Mutation.personCreate': security,
  'Mutation.personUpdate': security,
  'Mutation.personClose': security,
  'Mutation.personReopen': security,
  'Mutation.personResetPassword': passwords,
  'Mutation.personBind': security,
  'Mutation.personUnbind': security,
  'Mutation.peopleImport': security,
  'Mutation.reportImport': owner,
  'Mutation.importCancel': importer,
  'Mutation.cellCorrect': owner,
  'Mutation.sectionCorrect': owner,
  'Mutation.repairApply': owner,
  'Mutation.reportRevert': owner,
  'Mutation.reportConsolidate': owner,
  'Mutation.reportFromLedger': owner,
  'Mutation.findingExplain': owner,
  'Mutation.reportRecheck': { ...administrator, [Role.REVIEWER]: 'WITHIN' },
  'Mutation.reportSubmit': owner,
  'Mutation.reportWithdraw': owner,
  'Mutation.reportReturn': supervisor,
  'Mutation.reportAccept': supervisor,
  'Mutation.reportPublish': publisher,
  'Mutation.reportReopen': publisher,
  'Mutation.revisionAbandon': publisher,
  'Mutation.proposalMake': supervisor,
  'Mutation.proposalDecide': owner,
  'Mutation.waiverRequest': owner,
  'Mutation.waiverDecide': supervisor,
  'POST /imports': importer,
  'POST /ledgers': owner,
  'GET /ledgers/blank.xlsx': anybody,
  'GET /imports/:id/:file': people,
  'GET /imports/:id/:file/annotated.xlsx': people,
  'GET /forms/:id/blank.xlsx': anybody,
  'GET /reports/:agency/:file': everybody,
  'GET /agencies.csv': anybody,
  'GET /agencies.xlsx': anybody,
  'GET /audit.csv': auditors,
  'GET /reminders.csv': everybody,
  'GET /summaries/:agency/:file': everybody,
  'GET /comparisons/:agency/:file': everybody,
  'GET /overviews/:agency/:file': everybody,
  'GET /api/v1/reports/:agency/:file': everybody,
  'GET /api/v1/reports.ndjson': everybody,
  'POST /api/v1/reports': owner,
  'GET /api/v1/agencies': everybody,
  'GET /api/v1/progress': everybody,
  'GET /api/v1/reminders': everybody,
  'GET /api/v1/changes': everybody,
  'GET /api/v1/forms/:id': everybody,
  'GET /api/v1/imports/:id': people,
} as const satisfies Record<string, Rule>;

export type Operation = keyof typeof operations;

export function isOperation(name: string): name is Operation {
  return Object.hasOwn(operations, name);
}

/** Who does it: with 三员分立 the administrator is not one of the three. */
export interface Duties {
  readonly role: Role;
  readonly separated: boolean;
}

/** How far somebody reaches by a rule; undefined when not at all. */
export function reachBy(rule: Rule, duties: Duties): Reach | undefined {
  if (duties.separated && duties.role === Role.ADMINISTRATOR && separated.has(rule)) return undefined;
  return rule[duties.role];
}

/** How far a role reaches with an operation; undefined when it may not do it at all. */
export function reachOf(role: Role, operation: Operation, isSeparated = false): Reach | undefined {
  return reachBy(operations[operation], { role, separated: isSeparated });
}

/** Everything that may be done by whoever has these duties. */
export function operationsOf(duties: Duties): Operation[] {
  return Object.keys(operations)
    .filter(isOperation)
    .filter((operation) => reachBy(operations[operation], duties) !== undefined);
}

/** The roles that may do it. */
export function rolesOf(operation: Operation, isSeparated = false): Role[] {
  return Object.values(Role).filter((role) => reachOf(role, operation, isSeparated) !== undefined);
}
