import type { OverviewRequest } from '../../filing/rollUp/overviewRequest.js';
import { Refusal } from '../../filing/refusal.js';

const groupings: Readonly<Record<string, Pick<OverviewRequest, 'by' | 'digits'>>> = {
  level: { by: 'LEVEL', digits: 2 },
  kind: { by: 'KIND', digits: 2 },
  province: { by: 'DIVISION', digits: 2 },
  city: { by: 'DIVISION', digits: 4 },
  county: { by: 'DIVISION', digits: 6 },
};

/** `level、kind、…`, for help texts. */
export const groupingNames = Object.keys(groupings).join('、');

/** By what an overview is grouped, as it is written in an address or a command; by level unless told. */
export function parseGrouping(given: unknown): Pick<OverviewRequest, 'by' | 'digits'> {
  const found =
    given === undefined || given === ''
      ? groupings['level']
      : typeof given === 'string' && Object.hasOwn(groupings, given)
        ? groupings[given]
        : undefined;
  if (found) return found;
  throw new Refusal('INVALID_REQUEST', `by 应为 ${groupingNames} 之一：按级别、类型、省、市、县分组。`, [
    'by',
  ]);
}
