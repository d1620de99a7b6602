import { expect, test } from 'vitest';
import { isFill, repairsHeading } from '../../web/upload/results/repairsHeading.js';

const change = { cell: 'requests.received.total', from: '18', to: '2' };
const blank = { ...change, from: null };
const other = (count: number) => Array.from({ length: count }, () => ({ changes: [change], unique: false }));

test('blanks are counted by their cells, also where one proposal fills several', () => {
  const fills = [
    { changes: [blank, blank], unique: true },
    { changes: [blank], unique: true },
  ];
  expect(fills.every(isFill)).toBe(true);
  expect(repairsHeading(fills)).toBe('空白的 3 格各只有一个数能使各项相符');
});

test('a change of what stands there says whether there is another way', () => {
  expect(isFill({ changes: [blank, change] })).toBe(false);
  expect(repairsHeading([{ changes: [change], unique: true }])).toContain('只有这一种');
  expect(repairsHeading(other(1))).toBe('建议的改法（改动最少）');
  expect(repairsHeading(other(3))).toMatch(/^建议的改法 3 种（[^，]*，最可能的在前）$/);
  expect(repairsHeading(other(9))).toContain(
    '建议的改法 9 种（改其中一种即可使各项相符，最可能的在前，列出最可能的 5 种）',
  );
  expect(repairsHeading([])).toBe('');
});
