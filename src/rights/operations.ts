import { Role } from '../../entities/access/Role.js';

/**
 * How far an operation of a token with a scope reaches. OWN: the agency of the scope alone. WITHIN: it and
 * everything below it. BELOW: only what is below it, as a supervising agency. Without a scope: everything.
 */
export type Reach = 'OWN' | 'WITHIN' | 'BELOW';

/** Who may do something, and how far. A role that is not listed may not. */
export type Rule = Readonly<Partial<Record<Role, Reach>>>;

const administrator: Rule = { [Role.ADMINISTRATOR]: 'WITHIN' };

/** Whoever has a token, in the scope of the token. */
const everybody: Rule = {
  ...administrator,
  [Role.FILER]: 'WITHIN',
  [Role.REVIEWER]: 'WITHIN',
  [Role.PUBLISHER]: 'WITHIN',
  [Role.AUDITOR]: 'WITHIN',
  [Role.READER]: 'WITHIN',
};
/** People, not connected systems. */
export const people: Rule = { ...everybody, [Role.READER]: undefined };
/** 填报单位: who answers for the numbers. */
const owner: Rule = { ...administrator, [Role.FILER]: 'OWN' };
/** 主管部门: who reviews the reports of others. */
const supervisor: Rule = { ...administrator, [Role.REVIEWER]: 'BELOW' };
const publisher: Rule = { ...administrator, [Role.PUBLISHER]: 'WITHIN' };
export const auditors: Rule = { ...administrator, [Role.AUDITOR]: 'WITHIN' };

/** Every operation of the API and of the service, and who may do it. What is not listed is refused. */
export const operations = {
  // What is found by its id also needs the right to read what it is.
  'Query.node': everybody,
  'Query.nodes': everybody,
  'Query.forms': everybody,
  'Query.form': everybody,
  'Query.rules': everybody,
  'Query.agency': everybody,
  'Query.agencies': everybody,
  'Query.report': everybody,
  'Query.reports': everybody,
  'Query.compare': everybody,
  'Query.rollUp': everybody,
  'Query.overview': everybody,
  'Query.progress': everybody,
  'Query.reminders': everybody,
  'Query.importRun': people,
  'Query.findings': everybody,
  'Query.auditTrail': people,
  'Query.auditVerify': auditors,
  'Query.tokens': administrator,
  'Mutation.agencyRegister': administrator,
  'Mutation.agencyChange': administrator,
  'Mutation.agencyMerge': administrator,
  'Mutation.deadlineSet': administrator,
  'Mutation.tokenCreate': administrator,
  'Mutation.tokenRevoke': administrator,
  'Mutation.reportImport': owner,
  'Mutation.importCancel': owner,
  'Mutation.cellCorrect': owner,
  'Mutation.sectionCorrect': owner,
  'Mutation.repairApply': owner,
  'Mutation.reportRevert': owner,
  'Mutation.reportConsolidate': owner,
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
  'POST /imports': owner,
  'GET /imports/:id/:file': people,
  'GET /imports/:id/:file/annotated.xlsx': people,
  'GET /forms/:id/blank.xlsx': everybody,
  'GET /reports/:agency/:file': everybody,
  'GET /agencies.csv': everybody,
  'GET /agencies.xlsx': everybody,
  'GET /audit.csv': auditors,
  'GET /reminders.csv': everybody,
  'GET /summaries/:agency/:file': everybody,
} as const satisfies Record<string, Rule>;

export type Operation = keyof typeof operations;

export function isOperation(name: string): name is Operation {
  return Object.hasOwn(operations, name);
}

/** How far a role reaches with an operation; undefined when it may not do it at all. */
export function reachOf(role: Role, operation: Operation): Reach | undefined {
  const rule: Rule = operations[operation];
  return rule[role];
}

/** The roles that may do it. */
export function rolesOf(operation: Operation): Role[] {
  return Object.values(Role).filter((role) => reachOf(role, operation) !== undefined);
}
