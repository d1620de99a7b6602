import { expect, test } from 'vitest';

interface Measurement {
  readonly value: number;
  readonly unit: string;
}
const module = new URL('../../bench/against/measurements.js', import.meta.url).href;
const { measurements } = (await import(module)) as {
  readonly measurements: (printed: string) => Map<string, Measurement>;
};

const printed = `Node v20.20.2，系统负载 load average 1.0

一、导入 Import
                                                                用时 wall        CPU     用时比     CPU 比
500 个单份工作簿 one-report workbooks
  SheetJS 只读 merely reading                                      1.57 s     1.67 s
  nianbao → PGlite                                                 2.37 s     3.85 s     1.48 ×     2.26 ×
1 个 5000 份报告的 CSV one CSV with 5000 reports
  nianbao → PGlite                                                 3.99 s     1254/s     24.6 ×    608 MiB

目标 Aims
  [达到 met] report → PGlite：导入用时 import time：1.48（≤ 1.5）
`;

test('the numbers of a run are found with their units, each in its place; ratios are left out', () => {
  const found = [...measurements(printed)].map(([key, { value, unit }]) => [key, value, unit]);
  const [reports, table] = [
    '500 个单份工作簿 one-report workbooks',
    '1 个 5000 份报告的 CSV one CSV with 5000 reports',
  ];
  const names = [
    [`一、导入 Import · ${reports} · SheetJS 只读 merely reading · 1`, 1.57, 's'],
    [`一、导入 Import · ${reports} · SheetJS 只读 merely reading · 2`, 1.67, 's'],
    [`一、导入 Import · ${reports} · nianbao → PGlite · 1`, 2.37, 's'],
    [`一、导入 Import · ${reports} · nianbao → PGlite · 2`, 3.85, 's'],
    [`一、导入 Import · ${table} · nianbao → PGlite · 1`, 3.99, 's'],
    [`一、导入 Import · ${table} · nianbao → PGlite · 2`, 1254, '/s'],
    [`一、导入 Import · ${table} · nianbao → PGlite · 3`, 608, 'MiB'],
  ];
  expect(found).toEqual(names);
});
