import { describe, expect, test } from 'vitest';
import { findCell, type CellKey } from '../../src/cells.js';
import { withoutPlace } from '../../src/exports/annotated/annotatedFaults.js';
import { annotatedWorkbook } from '../../src/exports/annotated/annotatedWorkbook.js';
import { longestNote } from '../../src/exports/annotated/cellNote.js';
import { formById } from '../../src/forms/index.js';
import { annotatedValues, listedFaults, noteText, openWorkbook, readAgain } from '../support/annotated.js';
import { validValues, withCells } from '../support/drafts.js';

const form = formById('2021')!;
const right = validValues(form);
const rightOf = (key: CellKey) => String(right[findCell(form, key)!.position]);

async function markedUp(cells: Record<CellKey, string | null>) {
  const bytes = await annotatedWorkbook(annotatedValues(form, withCells(form, right, cells)));
  const workbook = await openWorkbook(bytes);
  const read = await readAgain(bytes);
  const places = (key: CellKey) => read.cells[key]?.at?.replace('年报!', '') ?? '';
  const note = (key: CellKey) => noteText(workbook.getWorksheet('年报')!.getCell(places(key)));
  return { faults: listedFaults(workbook), places, note };
}

describe('错误清单 says what to change', () => {
  test('the only way that makes all sums hold, at each finding of the cell', async () => {
    const key = 'requests.disclosed.business';
    const { faults, places, note } = await markedUp({ [key]: '77' });
    expect(faults.map(({ 规则, 建议改法 }) => [规则?.split(' ')[0], 建议改法])).toEqual(
      ['R-OUTCOMES', 'R-APPLICANTS'].map((rule) => [
        rule,
        `${places(key)}（“（一）予以公开”行“商业企业”列）由 77 改为 ${rightOf(key)}。只有这一种改法能使各项相符`,
      ]),
    );
    expect(note(key)).toBe(`只能是 ${rightOf(key)}，见错误清单`);
    // The totals are right: the numbers they are compared with are not what they should be.
    expect(faults.map(({ 应为 }) => 应为)).toEqual(['见建议改法', '见建议改法']);
  });

  test('what a total should be, where the total is to be changed', async () => {
    const key = 'requests.received.total';
    const { faults } = await markedUp({ [key]: '77' });
    const said = faults.map(({ 填报数, 应为 }) => [填报数, 应为]);
    expect(said).toEqual([
      ['77', rightOf(key)],
      ['77', rightOf(key)],
    ]);
  });

  test('without the place, also where a label holds a colon', () => {
    const place =
      '「二、主动公开政府信息情况」“行政事业性收费”行“本年收费金额（单位：万元）”列（年报!G18）：';
    expect(withoutPlace(`${place}7320 万元没有小数，请核对。`)).toBe('7320 万元没有小数，请核对。');
  });

  test('where there are others, that it is the likeliest', async () => {
    const key = 'remedies.reconsideration.upheld';
    const { faults, places, note } = await markedUp({ [key]: `${rightOf(key)}${rightOf(key).at(-1)}` });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.建议改法).toMatch(
      new RegExp(
        `^${places(key)}（“行政复议”行“结果维持”列）由 \\d+ 改为 ${rightOf(key)}。可能的改法共 \\d 种，这一种最可能$`,
      ),
    );
    expect(note(key)).toBe(`可能应为 ${rightOf(key)}，见错误清单`);
  });

  test('of each table by itself', async () => {
    const [sure, other] = ['requests.disclosed.business', 'remedies.reconsideration.upheld'] as const;
    const { faults, places } = await markedUp({ [sure]: '77', [other]: '77' });
    const words = (rule: string) => faults.find(({ 规则 }) => 规则?.startsWith(rule))?.建议改法;
    expect(words('R-OUTCOMES')).toMatch(
      new RegExp(`^${places(sure)}.*改为 ${rightOf(sure)}。只有这一种改法能使各项相符$`),
    );
    expect(words('R-REMEDIES')).toMatch(/^[A-Z]+\d+（“行政复议”行.*。可能的改法共 \d 种，这一种最可能$/);
  });

  test('what blanks can only be', async () => {
    const keys = ['received', 'disclosed', 'stateSecret', 'notHeld', 'repeatedRequest'].map(
      (row): CellKey => `requests.${row}.total`,
    );
    const { faults, places, note } = await markedUp(Object.fromEntries(keys.map((key) => [key, null])));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.建议改法).toContain(
      `${places(keys[0]!)}（“一、本年新收政府信息公开申请数量”行“总计”列）填 ${rightOf(keys[0]!)}；`,
    );
    expect(faults[0]?.建议改法).toMatch(/ 等 5 格。各只有这一个数能使各项相符$/);
    expect(note(keys[0]!)).toMatch(
      new RegExp(`^？需说明：空白 5 格，本格只能是 ${rightOf(keys[0]!)}（清单第 1 条）$`),
    );
    expect(note(keys[4]!)).toBe(`只能是 ${rightOf(keys[4]!)}，见错误清单`);
  });

  test('nothing where no sum binds the cell', async () => {
    const { faults } = await markedUp({ 'documents.rules.issued': '9999999' });
    expect(faults.map(({ 规则, 建议改法 }) => [规则?.split(' ')[0], 建议改法])).toEqual([['R-REPEAL', '']]);
  });
});

test('a note with a hint fits its box', async () => {
  const long: string[] = [];
  for (const value of ['0', '999999999999999', null]) {
    const key = 'requests.received.total';
    const { note } = await markedUp({ [key]: value });
    expect(note(key)).toContain(`只能是 ${rightOf(key)}`);
    if (note(key).length > longestNote) long.push(note(key));
  }
  expect(long).toEqual([]);
});
