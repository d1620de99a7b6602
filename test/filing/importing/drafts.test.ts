import { describe, expect, test } from 'vitest';
import { cellsOf } from '../../../src/cells.js';
import { checkReport } from '../../../src/checks/index.js';
import { forms } from '../../../src/forms/index.js';
import { validValues } from '../../support/drafts.js';

describe.each(forms.map((form) => ({ form, id: form.id })))('the valid report of form $id', ({ form }) => {
  test.each([1, 2, 3])('breaks no rule and has no value twice (seed %i)', (seed) => {
    const values = validValues(form, seed);
    expect(checkReport({ form, values, year: form.firstYear })).toEqual([]);
    expect(values).not.toContain(null);
    expect(values).not.toContain(0n);
    const twice = cellsOf(form).filter(({ position }) => values.indexOf(values[position]!) !== position);
    expect(twice.map(({ key }) => key)).toEqual([]);
  });
});
