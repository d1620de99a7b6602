import { expect, test } from 'vitest';
import type { ReportAnswer } from '../../web/upload/importAnswer.js';
import { problemNotices } from '../../web/upload/results/notices.js';
import { nextStep } from '../../web/upload/results/statusWords.js';

const uncalculated = (at: string) => ({
  code: 'FORMULA_NOT_CALCULATED',
  severity: 'error' as const,
  cell: `fees.fees.${at}`,
  at,
  message: `“某格”（${at}）：公式没有计算结果。`,
});

test('one cause is one notice with all its places', () => {
  const [notice, ...others] = problemNotices(['A1', 'A2', 'A3'].map(uncalculated));
  expect(others).toEqual([]);
  expect(notice?.places).toEqual(['A1', 'A2', 'A3']);
  expect(notice?.cells).toHaveLength(3);
  expect(notice?.message).toBe('“某格”（A1）：公式没有计算结果。（同样的还有 2 处）');
});

test('an empty form is not said to have no errors', () => {
  const report = (value: string | null): Pick<ReportAnswer, 'cells'> => ({
    cells: { 'fees.fees.amount': { value, raw: value, at: 'B2' } },
  });
  for (const status of ['DRY_RUN', 'STORED'] as const) {
    expect(nextStep(status, [], [report(null)])).toContain('表里还没有数');
    expect(nextStep(status, [], [report('0')])).toContain('没有发现错误');
  }
});
