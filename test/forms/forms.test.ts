import { describe, expect, test } from 'vitest';
import { cellsOf, keyOfPattern } from '../../src/cells.js';
import { formForYear, forms } from '../../src/forms/index.js';

describe('the uniform forms', () => {
  test.each([
    ['2019', 198],
    ['2021', 200],
  ])('form %s has %i numeric cells', (id, size) => {
    const form = forms.find((candidate) => candidate.id === id)!;
    expect(cellsOf(form)).toHaveLength(size);
    expect(new Set(cellsOf(form).map(({ key }) => key)).size).toBe(size);
  });

  test.each([
    [2018, undefined],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2030, '2021'],
  ])('the report of %i uses form %s', (year, id) => {
    expect(formForYear(year)?.id).toBe(id);
  });

  test.each(forms.map((form) => [form.id, form] as const))(
    'every operand of the rules of form %s exists',
    (_, form) => {
      const keys = new Set(cellsOf(form).map(({ key }) => key));
      const operands = form.rules.flatMap(({ id, comparisons }) =>
        comparisons.flatMap(({ each, left, right }) =>
          each.flatMap((name) =>
            [...left.terms, ...right.terms]
              .filter((term) => !term.lastYear)
              .map((term) => [id, keyOfPattern(term.cell, name)] as const),
          ),
        ),
      );
      expect(operands.filter(([, key]) => !keys.has(key))).toEqual([]);
    },
  );

  test.each(forms.map((form) => [form.id, form] as const))(
    'every rule of form %s carries its basis',
    (_, form) => {
      expect(form.rules.filter(({ basis, formula, advice }) => !basis || !formula || !advice)).toEqual([]);
    },
  );

  test.each([
    ['2019', 22, 'requests.received.naturalPerson', 197],
    ['2021', 10, 'requests.received.naturalPerson', 199],
  ])(
    'the position of a cell never changes: stored values of form %s depend on it',
    (id, position, key, last) => {
      const cells = cellsOf(forms.find((candidate) => candidate.id === id)!);
      expect(cells[position]?.key).toBe(key);
      expect(cells[last]?.key).toBe('remedies.litigationAfterReconsideration.total');
    },
  );
});
