import { expect, test } from 'vitest';
import { findCell, type CellKey } from '../../src/cells.js';
import { checkReport } from '../../src/checks/index.js';
import { formById } from '../../src/forms/index.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { validValues } from '../support/drafts.js';

const form = formById('2021')!;

/** A report of zeros but for some cells of 三. */
function report(written: Readonly<Record<string, bigint>>) {
  const values = validValues(form).map((): bigint | null => 0n);
  for (const [key, value] of Object.entries(written))
    values[findCell(form, `requests.${key}` as CellKey)!.position] = value;
  return { form, values };
}

const proposed = (written: Readonly<Record<string, bigint>>) =>
  proposeRepairs(report(written)).map(({ changes, unique, message }) => ({
    changes: changes.map(({ cell, from, to }) => `${cell} ${from}→${to}`),
    unique,
    message,
  }));

test('one request under the wrong kind of applicant is one proposal, and the total stays', () => {
  const written = {
    'received.naturalPerson': 60n,
    'received.otherOrganization': 1n,
    'received.total': 61n,
    'disclosed.naturalPerson': 61n,
    'disclosed.total': 61n,
    'outcomesTotal.naturalPerson': 61n,
    'outcomesTotal.total': 61n,
  };
  const errors = checkReport({ ...report(written), year: 2024 }).filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors.map(({ rule }) => rule)).toEqual(['R-BALANCE', 'R-BALANCE']);
  expect(proposed(written)).toEqual([
    {
      changes: ['requests.received.naturalPerson 60→61', 'requests.received.otherOrganization 1→0'],
      unique: true,
      message: expect.stringContaining('可能是记在了别的申请人类别之下，合计不变'),
    },
  ]);
});

test('the digits of one number in two neighbouring cells are joined', () => {
  const written = {
    'received.naturalPerson': 12n,
    'received.business': 3n,
    'received.total': 123n,
    'disclosed.naturalPerson': 123n,
    'disclosed.total': 123n,
    'outcomesTotal.naturalPerson': 123n,
    'outcomesTotal.total': 123n,
  };
  expect(proposed(written)).toEqual([
    {
      changes: ['requests.received.naturalPerson 12→123', 'requests.received.business 3→0'],
      unique: true,
      message: expect.stringContaining('可能是一个数的几位数字分写在相邻两格'),
    },
  ]);
});

test('a total of 四 that was left at 0 or blank beside its parts is said to be left out', () => {
  const messageOf = (total: bigint | null, rule: string) => {
    const { values } = report({});
    values[findCell(form, 'remedies.reconsideration.upheld')!.position] = 3n;
    values[findCell(form, 'remedies.reconsideration.total')!.position] = total;
    return checkReport({ form, values, year: 2024 }).find((finding) => finding.rule === rule)?.message;
  };
  expect(messageOf(0n, 'R-REMEDIES')).toContain('总计未填，相差 -3');
  expect(messageOf(null, 'R-COMPLETE')).toContain('总计未填，各项之和是 3');
});
