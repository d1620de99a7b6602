import { expect, test } from 'vitest';
import { readCollection } from '../../../importers/collection/readCollection.js';
import { cellsOf } from '../../../src/cells.js';
import { form2021 } from '../../../src/forms/2021.js';

test('a table of a province with more than two million filled cells is read whole', async () => {
  const keys = cellsOf(form2021).map(({ key }) => key);
  const rows = 10_400;
  const values = keys.map(() => '7').join(',');
  const table = Buffer.from(
    `code,year,${keys.join(',')}\n${Array.from({ length: rows }, (_, row) => `A${row},2024,${values}`).join('\n')}\n`,
  );
  let [reports, filled] = [0, 0];
  for await (const part of readCollection(table, '全省.csv', { blanksAreZero: false })) {
    if (part.kind !== 'reports') continue;
    expect(part.problems).toEqual([]);
    reports += part.reports.length;
    for (const { cells } of part.reports)
      filled += Object.values(cells).filter(({ value }) => value === '7').length;
  }
  expect([reports, filled]).toEqual([rows, rows * keys.length]);
}, 300_000);
