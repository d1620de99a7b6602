import { describe, expect, test } from 'vitest';
import { withChanges, type FormCell, type Values } from '../../src/cells.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import type { Repair } from '../../src/repair/repair.js';
import { cellsIn, inShort, soundReports } from '../support/repairs.js';

/** What people write instead of a number. null is a value left out. */
function wrongValues(cell: FormCell, values: Values): (bigint | null)[] {
  const right = values[cell.position]!;
  const digits = String(right);
  const written = [
    null,
    0n,
    -right,
    right + 1n,
    right - 1n,
    right + 10_000n,
    BigInt(digits + digits.at(-1)),
    BigInt(`${digits}0`),
    BigInt(digits.slice(1) || '0'),
    BigInt([...digits].reverse().join('')),
    values[cell.position + 1] ?? 7n,
  ];
  return [...new Set(written)].filter((value) => value !== right);
}

describe.each(await soundReports())('$name', ({ form, values }) => {
  test('gets no proposal while every sum holds', () => {
    expect(proposeRepairs({ form, values })).toEqual([]);
  });

  test('every wrong cell of 三 is found and put right, and nothing else is offered', () => {
    const cells = cellsIn(form, 'requests');
    expect(cells).toHaveLength(form.id === '2021' ? 175 : 161);
    const missed: string[] = [];
    for (const cell of cells)
      for (const wrong of wrongValues(cell, values)) {
        const proposed = proposeRepairs({ form, values: withChanges(form, values, [[cell.key, wrong]]) });
        const [first, ...others] = proposed;
        const isRight = first && inShort(first) === `${cell.key}=${values[cell.position]}`;
        if (!isRight || !first.unique || others.length > 0) missed.push(`${cell.key} ${wrong}`);
      }
    expect(missed).toEqual([]);
  });

  test('every wrong cell of 四 is among the proposals', () => {
    const missed: string[] = [];
    for (const cell of cellsIn(form, 'remedies'))
      for (const wrong of wrongValues(cell, values)) {
        const proposed = proposeRepairs({ form, values: withChanges(form, values, [[cell.key, wrong]]) });
        const isRight = (repair: Repair) => inShort(repair) === `${cell.key}=${values[cell.position]}`;
        if (!proposed.some(isRight)) missed.push(`${cell.key} ${wrong}`);
        // Several cells of a row can explain its sum; where only one can, it is this one.
        if (!proposed.filter(({ unique }) => unique).every(isRight))
          missed.push(`${cell.key} ${wrong} unique`);
      }
    expect(missed).toEqual([]);
  });

  test('二 is bound by no sum and gets none', () => {
    const tables = form.sections.flatMap((section) => section.tables).map(({ id }) => id);
    for (const cell of tables
      .filter((id) => id !== 'requests' && id !== 'remedies')
      .flatMap((id) => cellsIn(form, id)))
      for (const wrong of [null, -5n, 0n, 999_999n])
        expect([
          cell.key,
          proposeRepairs({ form, values: withChanges(form, values, [[cell.key, wrong]]) }),
        ]).toEqual([cell.key, []]);
  });
});
