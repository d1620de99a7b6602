import type { EntityManager } from 'typeorm';
import type { Id } from '../../brands/brands.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import type { LedgerToImport } from './LedgerToImport.js';

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
  reconsiderationDecided: 'reconsideration_decided',
  litigationDecided: 'litigation_decided',
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

/** Rows stored with one statement. */
const batch = 20_000;
/** Between the texts of a column: nothing that is kept holds it. */
const separator = '\u001f';
/** In the place of what is not said. */
const unsaid = '\u001e';

/** Stores cases as they come. Every field is named: nothing else a line may hold is ever stored. */
export async function insertCases(
  manager: EntityManager,
  {
    ledgerId,
    agencyId,
    version,
    signal,
    onStored,
  }: { readonly ledgerId: Id<'Ledger'>; readonly agencyId: Id<'Agency'>; readonly version: number } & Pick<
    LedgerToImport,
    'signal' | 'onStored'
  >,
  cases: readonly LedgerCase[],
): Promise<void> {
  for (let from = 0; from < cases.length; from += batch) {
    signal?.throwIfAborted();
    onStored?.(from, cases.length);
    const some = cases.slice(from, from + batch);
    // What none of them says needs no column: most cases are never put off and never go to court.
    const said = names.filter((name) => some.some((one) => one[name] !== null));
    const parameters = ['number' as const, ...said].map((name) =>
      some.map((one) => one[name] ?? unsaid).join(separator),
    );
    await manager.query(insertion(said), [ledgerId, agencyId, version, ...parameters]);
  }
  signal?.throwIfAborted();
  onStored?.(cases.length, cases.length);
}

function insertion(said: readonly (typeof names)[number][]): string {
  const columns = ['number', ...said.map((name) => fields[name])];
  // Texts of a column in one parameter: the database takes them apart much faster than JSON.
  const texts = columns.map((_, index) => `string_to_array($${index + 4}::text, E'\\x1f', E'\\x1e')`);
  return `INSERT INTO ledger_case (ledger_id, agency_id, from_version, ${columns.join(', ')})
    SELECT $1::uuid, $2::uuid, $3::int, * FROM unnest(${texts.join(', ')})`;
}
