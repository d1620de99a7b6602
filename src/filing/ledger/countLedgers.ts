import type { EntityManager } from 'typeorm';
import type { Form } from '../../forms/form.js';
import { countGroups, type CaseGroup, type CountedCells, type RemedyGroup } from '../../ledger/countCells.js';
import { openOutcome } from '../../ledger/LedgerCase.js';
import { undecided } from '../../ledger/remediesInYear.js';

/** SQL of `courseInYear`, with the first and the last day of the year as $2 and $3. */
const concluded = `answered IS NOT NULL AND outcome IS DISTINCT FROM '${openOutcome}'`;
const opening = `CASE WHEN received < $2::text THEN 'carriedOver' ELSE 'received' END`;
const closing = `CASE WHEN ${concluded} AND answered <= $3::text THEN outcome ELSE 'carriedForward' END`;

const isOfYear = `NOT (received < $2::text AND ${concluded} AND answered < $2::text)`;

/** SQL of `remediesInYear`, with the first day of the year after the next as $4. */
function remedy(result: string, decided: string): string {
  return `CASE WHEN ${result} IS NULL OR ${result} = '${undecided}' THEN ${result}
    WHEN ${decided} IS NULL THEN CASE WHEN ${isOfYear} THEN ${result} END
    WHEN ${decided} BETWEEN $2::text AND $3::text THEN ${result}
    WHEN ${decided} > $3::text AND ${decided} < $4::text THEN '${undecided}' END`;
}

const hasRemedy = 'coalesce(reconsideration_result, litigation_result) IS NOT NULL';

/** 三 and 四 from the cases of some ledgers as they stand: one reading of them, however many there are. */
export async function countLedgers(
  manager: EntityManager,
  form: Form,
  year: number,
  ledgerIds: readonly string[],
): Promise<CountedCells> {
  const groups = await manager.query<(CaseGroup & RemedyGroup & { isOfYear: boolean })[]>(
    `SELECT applicant, ${opening} AS opening, ${closing} AS closing, ${isOfYear} AS "isOfYear",
       ${remedy('reconsideration_result', 'reconsideration_decided')} AS "reconsiderationResult",
       litigation_route AS "litigationRoute",
       ${remedy('litigation_result', 'litigation_decided')} AS "litigationResult", count(*)::int AS cases
     FROM ledger_case WHERE ledger_id = ANY($1::uuid[]) AND to_version IS NULL AND received <= $3::text
       AND (${isOfYear} OR ${hasRemedy})
     GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    [ledgerIds, `${year}-01-01`, `${year}-12-31`, `${year + 2}-01-01`],
  );
  return countGroups(
    form,
    groups.filter((group) => group.isOfYear),
    groups,
  );
}
