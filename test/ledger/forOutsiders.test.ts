import { expect, test } from 'vitest';
import { forOutsiders } from '../../src/filing/ledger/outsiders/forOutsiders.js';
import type { StatisticGroup } from '../../src/filing/ledger/StatisticGroup.js';

const group = (cases: number, said: Partial<StatisticGroup> = {}): StatisticGroup => ({
  ...{ key: String(cases), label: '', cases, answered: cases, medianDays: 9, ninetiethDays: 20, extended: 0 },
  ...{ outcomes: [{ outcome: 'disclosed', cases }], ...said },
});
const shown = (...groups: readonly StatisticGroup[]) => forOutsiders(groups).map(({ cases }) => cases);

test('a number of one or two is never told, nor what it could be worked out from', () => {
  expect(shown(group(5), group(4))).toEqual([5, 4]);
  expect(shown(group(2))).toEqual([null]);
  // 12 in all, less 7 and 4, would be the one.
  expect(shown(group(1), group(7), group(4))).toEqual([null, 7, null]);
  // Two that are one each are told by their sum.
  expect(shown(group(1), group(1), group(7), group(9))).toEqual([null, null, null, 9]);
  expect(shown(group(2), group(2), group(9))).toEqual([null, null, 9]);
  expect(shown(group(0), group(5))).toEqual([0, 5]);
});

test('the same holds for answers, extensions and each outcome', () => {
  const outcomes = (disclosed: number, notHeld: number) => [
    { outcome: 'disclosed', cases: disclosed },
    { outcome: 'notHeld', cases: notHeld },
  ];
  const [one, two, three] = forOutsiders([
    group(10, { extended: 1, answered: 2, outcomes: outcomes(9, 1) }),
    group(12, { extended: 4, answered: 12, outcomes: outcomes(8, 4) }),
    group(20, { extended: 6, answered: 20, outcomes: outcomes(11, 9) }),
  ]);
  expect(one).toMatchObject({ cases: 10, extended: null, answered: null, medianDays: null });
  expect(two).toMatchObject({ cases: 12, extended: null, answered: null, ninetiethDays: null });
  expect(three).toMatchObject({ cases: 20, extended: 6, answered: 20, medianDays: 9 });
  expect(one?.outcomes).toEqual([{ outcome: 'disclosed', cases: 9 }]);
  expect(two?.outcomes).toEqual([{ outcome: 'disclosed', cases: 8 }]);
  expect(three?.outcomes).toHaveLength(2);
});
