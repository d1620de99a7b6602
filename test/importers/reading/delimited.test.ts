import { expect, test } from 'vitest';
import { delimitedGrid } from '../../../importers/reading/delimited.js';
import { limits } from '../../../importers/files/limits.js';

test.each([
  ['="3089"', '3089', undefined],
  ['="行政""许可"""', '行政"许可"', undefined],
  ['=SUM(I29:N29)', '=SUM(I29:N29)', 'FORMULA_NOT_CALCULATED'],
  ['=B2', '=B2', 'FORMULA_NOT_CALCULATED'],
  ['=3089', '=3089', undefined],
  ["'=无", '=无', undefined],
])('a field %s is %s', (field, text, fault) => {
  const csv = `名称,数,备注\n甲,"${field.replaceAll('"', '""')}",\n`;
  const cell = delimitedGrid(csv, ',', limits.report).rows[1]?.cells[1];
  expect([cell?.text, cell?.fault]).toEqual([text, fault]);
});
