/** 三 and 四 of some ledgers as somebody writes it by hand: one statement, one reading of the cases. */
export const handWritten = `
  SELECT applicant,
    CASE WHEN received < $2 THEN 'carriedOver' ELSE 'received' END AS opening,
    CASE WHEN answered <= $3 AND outcome <> 'open' THEN outcome ELSE 'carriedForward' END AS closing,
    reconsideration_result, litigation_route, litigation_result, count(*)::int AS cases
  FROM ledger_case
  WHERE ledger_id = ANY($1::uuid[]) AND to_version IS NULL AND received <= $3
    AND NOT (received < $2 AND answered IS NOT NULL AND outcome IS DISTINCT FROM 'open' AND answered < $2)
  GROUP BY 1, 2, 3, 4, 5, 6`;
