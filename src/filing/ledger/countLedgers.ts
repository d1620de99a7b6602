import type { EntityManager } from 'typeorm';
import type { Form } from '../../forms/form.js';
import { countGroups, type CaseGroup, type CountedCells } from '../../ledger/countCells.js';
import type { Course } from '../../ledger/courseInYear.js';
import { openOutcome } from '../../ledger/LedgerCase.js';
import { remediesOf, type Decided } from '../../ledger/remediesInYear.js';

/** SQL of `courseInYear`, with the first and the last day of the year as $2 and $3. */
const concluded = `answered IS NOT NULL AND outcome IS DISTINCT FROM '${openOutcome}'`;
const isBefore = `received < $2::text AND ${concluded} AND answered < $2::text`;
const opening = `CASE WHEN received >= $2::text THEN 'received' WHEN ${isBefore} THEN 'before' ELSE 'carriedOver' END`;
const closing = `CASE WHEN ${concluded} AND answered <= $3::text THEN outcome ELSE 'carriedForward' END`;

/** `before`: concluded in an earlier year. It may have remedies that 四 counts. */
type Opening = Course['opening'] | 'before';

interface CountedGroup extends Omit<CaseGroup, 'opening'>, Decided {
  readonly opening: Opening;
  readonly isOfRemedies: boolean;
}

const cases = `FROM ledger_case
  WHERE ledger_id = ANY($1::uuid[]) AND to_version IS NULL AND received <= $3::text`;

/** 三 and 四 from the cases of some ledgers as they stand, however many there are. Few of them have remedies. */
export async function countLedgers(
  manager: EntityManager,
  form: Form,
  year: number,
  ledgerIds: readonly string[],
): Promise<CountedCells> {
  const groups = await manager.query<CountedGroup[]>(
    `SELECT false AS "isOfRemedies", applicant, ${opening} AS opening, ${closing} AS closing,
       NULL AS "reconsiderationResult", NULL AS "litigationRoute", NULL AS "litigationResult",
       NULL AS "reconsiderationDecided", NULL AS "litigationDecided", count(*)::int AS cases
     ${cases} GROUP BY 2, 3, 4
     UNION ALL
     SELECT true, NULL, ${opening}, NULL, reconsideration_result, litigation_route, litigation_result,
       substr(reconsideration_decided, 1, 4), substr(litigation_decided, 1, 4), count(*)::int
     ${cases} AND (reconsideration_result IS NOT NULL OR litigation_result IS NOT NULL)
     GROUP BY 3, 5, 6, 7, 8, 9`,
    [ledgerIds, `${year}-01-01`, `${year}-12-31`],
  );
  return countGroups(
    form,
    groups.flatMap(({ isOfRemedies, opening: began, ...group }) =>
      isOfRemedies || began === 'before' ? [] : [{ ...group, opening: began }],
    ),
    groups
      .filter(({ isOfRemedies }) => isOfRemedies)
      .map((group) => ({
        ...remediesOf(group, group.opening !== 'before', year),
        cases: group.cases,
      })),
  );
}
