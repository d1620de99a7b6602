import { findCell, formatValue, valueAt, type CellKey } from '../cells.js';
import type { Check, Numbers, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';
import { tableName } from './place.js';

/** Every case of 四. */
const cases: readonly CellKey[] = [
  'remedies.reconsideration.total',
  'remedies.directLitigation.total',
  'remedies.litigationAfterReconsideration.total',
];

/** Every request of 三, new or old. */
const requests: readonly CellKey[] = ['requests.received.total', 'requests.carriedOver.total'];

const rule: RuleText = {
  id: 'R-NEWSUIT',
  severity: 'warning',
  basis: '审核惯例：复议、诉讼由政府信息公开申请引起，应有本年或上年的申请',
  formula: '四的总计＞0 时，三：本年或上年的（本年新收＋上年结转）＞0',
  versions: [firstVersion],
};

/** Cases come from requests, mostly of this year or the last. Not evaluated without last year's report. */
export const newSuit: Check = {
  ...rule,
  appliesTo: (form) => [...cases, ...requests].every((key) => findCell(form, key)),
  judge: (input) => {
    const { form, lastYear } = input;
    const remedies = totalOf(input, cases);
    if (remedies.known <= 0n || !lastYear || ![input, lastYear].every(hasNoRequests)) return [];
    const cells = [...cases, ...requests].flatMap((key) => findCell(form, key) ?? []);
    const [first, last] = [cells[0]!, cells.at(-1)!];
    const left = remedies.isComplete ? formatValue(first.column, remedies.known) : null;
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        cells: cells.map(({ key }) => key),
        left,
        right: '0',
        difference: null,
        message: `${tableName(first)}有${wordsOf(remedies)} 件，而${tableName(last)}本年和上年的新收、结转都是 0。请核对这些案件是否由政府信息公开申请引起，申请是否漏计。`,
      },
    ];
  },
};

interface Total {
  readonly known: bigint;
  /** False when a blank cell is among those added. */
  readonly isComplete: boolean;
}

function totalOf({ form, values }: Numbers, keys: readonly CellKey[]): Total {
  const found = keys.map((key) => valueAt(form, values, key) ?? null);
  return {
    known: found.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n),
    isComplete: !found.includes(null),
  };
}

/** False while a blank leaves it open. */
function hasNoRequests(numbers: Numbers): boolean {
  const { known, isComplete } = totalOf(numbers, requests);
  return isComplete && known === 0n;
}

function wordsOf({ known, isComplete }: Total): string {
  return isComplete ? ` ${known}` : `至少 ${known}`;
}
