import type { EntityManager } from 'typeorm';
import type { StoredCase } from '../../../entities/ledger/StoredCase.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import type { Id } from '../../brands/brands.js';

/** What of a case is stored, and under which name. */
const fields = {
  applicant: 'applicant',
  received: 'received',
  channel: 'channel',
  correctionAsked: 'correction_asked',
  correctionReceived: 'correction_received',
  thirdPartyAsked: 'third_party_asked',
  thirdPartyReplied: 'third_party_replied',
  extended: 'extended',
  answered: 'answered',
  outcome: 'outcome',
  fee: 'fee',
  reconsiderationResult: 'reconsideration_result',
  litigationRoute: 'litigation_route',
  litigationResult: 'litigation_result',
} as const satisfies Record<Exclude<keyof LedgerCase, 'number' | 'unread'>, string>;

const names = Object.keys(fields) as (keyof typeof fields)[];

/** The columns of a case, as `LedgerCase` calls them. */
const caseColumns = [
  'ledger_case.number',
  ...names.map((name) => `ledger_case.${fields[name]} AS "${name}"`),
].join(', ');

/** The cases of a ledger as they stand, by number. */
export function currentCases(manager: EntityManager, ledgerId: Id<'Ledger'>): Promise<LedgerCase[]> {
  return manager.query<LedgerCase[]>(
    `SELECT ${caseColumns} FROM ledger_case WHERE ledger_id = $1 AND to_version IS NULL ORDER BY number`,
    [ledgerId],
  );
}

/** Whether two lines say the same of a case. */
export function saysTheSame(one: LedgerCase, other: LedgerCase): boolean {
  return names.every((name) => one[name] === other[name]);
}

/** A case as it is kept. Every field is named: nothing else a line may hold is ever stored. */
export function storedCase(one: LedgerCase, ledgerId: Id<'Ledger'>, fromVersion: number): StoredCase {
  const kept = Object.fromEntries(names.map((name) => [name, one[name]])) as Pick<
    StoredCase,
    keyof typeof fields
  >;
  return { ledgerId, number: one.number, fromVersion, toVersion: null, ...kept };
}
