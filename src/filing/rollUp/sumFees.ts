import type { EntityManager } from 'typeorm';
import { feeSection, feeStated } from '../../checks/prose/feeStated.js';
import { everyItem } from '../lists/everyItem.js';
import { listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
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

/** Memory holds what one page of reports says. */
const atOnce = 1_000;

export async function sumFees(manager: EntityManager, request: SumRequest, first = atOnce): Promise<FeeSum> {
  const texts = everyItem((page) => textsOf(manager, request, page), first);
  let [stated, unclear, cases, amount] = [0, 0, 0n, 0n];
  for await (const text of texts) {
    const fee = text === null ? null : feeStated(text);
    if (!fee) continue;
    stated += 1;
    if (fee.cases === null || fee.amount === null) unclear += 1;
    cases += fee.cases ?? 0n;
    amount += fee.amount ?? 0n;
  }
  return { stated, unclear, cases, amount };
}

function textsOf(
  manager: EntityManager,
  request: SumRequest,
  page: PageRequest,
): Promise<Page<string | null>> {
  return listByKeys(
    manager,
    {
      select: (alsoSelected) => `SELECT (SELECT section->>'text'
          FROM jsonb_array_elements(version.sections) AS section
          WHERE section->>'id' = '${feeSection}' LIMIT 1) AS text${alsoSelected}
        ${currentVersions}`,
      conditions: reportsOf(request),
      order: [{ sql: 'agency.path', type: 'text' }],
    },
    page,
    ({ text }: { text: string | null }) => text,
  );
}
