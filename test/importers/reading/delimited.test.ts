import { expect, test } from 'vitest';
import { chooseDelimiter } from '../../../importers/reading/chooseDelimiter.js';
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

test.each([
  ['an upright stroke', ['行政许可|3089|4', '行政处罚|118|5', '行政强制|17|6'], '|'],
  [
    'commas, with a tab before each number that keeps it as it is',
    ['行政许可,\t3089,\t4', '行政处罚,\t118,\t5'],
    ',',
  ],
  ['tabs, with a comma in a text', ['行政许可，含换证,共\t3089\t4', '行政处罚\t118\t5'], '\t'],
])('the fields of a table parted by %s', (_name, lines, delimiter) => {
  expect(chooseDelimiter(lines.join('\n'), '年报.csv')).toBe(delimiter);
});
