import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readCollection } from '../../../importers/collection/readCollection.js';
import { cellsOf } from '../../../src/cells.js';
import { form2021 } from '../../../src/forms/2021.js';

/** The csv of Python, as a system of an office would write it. */
const write = `import csv, sys
rows, *keys = sys.argv[1:]
out = csv.writer(sys.stdout)
out.writerow(['code', 'year', *keys])
out.writerows([f'A{row}', 2024, *[7] * len(keys)] for row in range(int(rows)))`;

test('a table of a province with more than two million filled cells is read whole', async () => {
  const keys = cellsOf(form2021).map(({ key }) => key);
  const rows = 10_400;
  const table = execFileSync('/usr/bin/python3', ['-c', write, String(rows), ...keys], {
    maxBuffer: 64 * 1024 * 1024,
  });
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
