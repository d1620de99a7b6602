import type { EntityManager } from 'typeorm';
import type { Form } from '../../forms/form.js';
import { countGroups, type CaseGroup, type CountedCells, type RemedyGroup } from '../../ledger/countCells.js';
import { openOutcome } from '../../ledger/LedgerCase.js';

/** SQL of `courseInYear`, with the first and the last day of the year as $2 and $3. */
const concluded = `answered IS NOT NULL AND outcome IS DISTINCT FROM '${openOutcome}'`;
const opening = `CASE WHEN received < $2::text THEN 'carriedOver' ELSE 'received' END`;
const closing = `CASE WHEN ${concluded} AND answered <= $3::text THEN outcome ELSE 'carriedForward' END`;

/** 三 and 四 from the cases of some ledgers as they stand: one reading of them, however many there are. */
export async function countLedgers(
  manager: EntityManager,
  form: Form,
  year: number,
  ledgerIds: readonly string[],
): Promise<CountedCells> {
  const groups = await manager.query<(CaseGroup & RemedyGroup)[]>(
    `SELECT applicant, ${opening} AS opening, ${closing} AS closing,
       reconsideration_result AS "reconsiderationResult", litigation_route AS "litigationRoute",
       litigation_result AS "litigationResult", count(*)::int AS cases
     FROM ledger_case WHERE ledger_id = ANY($1::uuid[]) AND to_version IS NULL AND received <= $3::text
       AND NOT (received < $2::text AND ${concluded} AND answered < $2::text)
     GROUP BY 1, 2, 3, 4, 5, 6`,
    [ledgerIds, `${year}-01-01`, `${year}-12-31`],
  );
  return countGroups(form, groups, groups);
}
