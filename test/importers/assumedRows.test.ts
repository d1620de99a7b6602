import { describe, expect, test } from 'vitest';
import { draftReports } from '../../importers/draft/draftReports.js';
import { form2021 } from '../../src/forms/2021.js';
import { savedAsText } from '../support/grids.js';

/** 三 as a conversion flattens it, with these numbers behind some labels. */
function notesOf(numbers: Readonly<Record<string, string>>): string[] {
  const requests = form2021.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'requests')!;
  const rows = requests.rows.map(({ id, label }) => `${label} ${numbers[id] ?? ''}`.trim());
  const text = ['某市某局2024年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况', ...rows];
  const { reports } = draftReports([savedAsText(text.join('\n'))], { blanksAreZero: false });
  const [report] = reports;
  if (!report) throw new Error('no report was read');
  expect(report.cells['requests.received.total']?.value).toBeNull();
  return report.problems
    .filter(({ code }) => code === 'ASSUMED_CONTRADICTION')
    .map(({ cell, message }) => `${cell?.split('.')[1]} ${/有 \d+ 项/.exec(message)?.[0]}`);
}

describe('rows short of values, were they all short of the same', () => {
  test('contradict each other', () => {
    expect(notesOf({ received: '2 1 3', disclosed: '2 1 3', outcomesTotal: '18 1 2' })).toEqual([
      'outcomesTotal 有 5 项',
    ]);
    expect(notesOf({ received: '2 3', disclosed: '2 2', outcomesTotal: '2 2' })).toHaveLength(1);
  });

  test('agree', () => {
    expect(notesOf({ received: '2 1 3', disclosed: '2 1 3', outcomesTotal: '2 1 3' })).toEqual([]);
    expect(
      notesOf({ received: '2 1 3', disclosed: '1 1 2', outcomesTotal: '1 1 2', carriedForward: '1 0 1' }),
    ).toEqual([]);
  });

  test('are not short of the same, or say too little', () => {
    expect(notesOf({ received: '2 1 3', disclosed: '2 3', outcomesTotal: '18 1 2' })).toEqual([]);
    expect(notesOf({ received: '3', disclosed: '3', outcomesTotal: '2' })).toEqual([]);
    expect(notesOf({ received: '2 1 3', outcomesTotal: '18 1 /' })).toEqual([]);
  });
});
