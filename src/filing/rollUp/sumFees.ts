import type { EntityManager } from 'typeorm';
import { feeSection, feeStated } from '../../checks/prose/feeStated.js';
import type { SumRequest } from './addends.js';
import { currentVersions, reportsOf } from './currentVersions.js';

/** What the reports below an agency say of the fee for processing information, added up like cells. */
export interface FeeSum {
  /** How many reports say whether it was charged. */
  readonly stated: number;
  /** In how many of them the number of cases or the amount is not to be made out: it is not in the sums. */
  readonly unclear: number;
  readonly cases: bigint;
  /** In 分. */
  readonly amount: bigint;
}

export async function sumFees(manager: EntityManager, request: SumRequest): Promise<FeeSum> {
  const conditions = reportsOf(request);
  const rows = await manager.query<{ text: string | null }[]>(
    `SELECT (SELECT section->>'text' FROM jsonb_array_elements(version.sections) AS section
       WHERE section->>'id' = '${feeSection}' LIMIT 1) AS text ${currentVersions} ${conditions.sql}`,
    conditions.parameters,
  );
  const found = rows.flatMap(({ text }) => (text === null ? [] : (feeStated(text) ?? [])));
  return {
    stated: found.length,
    unclear: found.filter(({ cases, amount }) => cases === null || amount === null).length,
    cases: found.reduce((sum, { cases }) => sum + (cases ?? 0n), 0n),
    amount: found.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n),
  };
}
