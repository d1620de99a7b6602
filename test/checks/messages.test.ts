import { expect, test } from 'vitest';
import { cellsOf } from '../../src/cells.js';
import type { AgencyFacts, CheckInput } from '../../src/checks/check.js';
import { checkReport } from '../../src/checks/index.js';
import { formById } from '../../src/forms/index.js';
import { withCells } from '../support/drafts.js';

const form = formById('2021')!;
const bureau: AgencyFacts = { name: '某市城市管理局', kind: null, makesRules: false };

/** The messages of one rule for a report of zeros in which some cells were changed. */
function messages(
  rule: string,
  cells: Record<string, string | null>,
  input: Partial<CheckInput> = {},
): string[] {
  return checkReport({ form, year: 2024, ...input, values: zerosWith(cells) })
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
}

function zerosWith(cells: Record<string, string | null>) {
  return withCells(
    form,
    cellsOf(form).map(() => 0n),
    cells,
  );
}

test('R-UNIT shows both amounts and the converted one', () => {
  const lastYear = { form, values: zerosWith({ 'fees.fees.amount': '60.5' }) };
  expect(messages('R-UNIT', { 'fees.fees.amount': '7320' }, { lastYear })).toEqual([
    '「二、主动公开政府信息情况 第二十条第（八）项」“行政事业性收费”行“本年收费金额（单位：万元）”列：7320 万元没有小数，超过上年金额（60.5 万元）的 10 倍，像是以元填写的。是 7320 元的，请改为 0.732；确是 7320 万元的，请用文字说明。',
  ]);
  expect(messages('R-UNIT', { 'fees.fees.amount': '7320' }, { agency: bureau })).toEqual([
    expect.stringContaining('7320 万元没有小数，没有上年金额可比，一个部门达到 1000 万元，像是以元填写的。'),
  ]);
});

test('R-RULEMAKER names the agency and the cells that are not zero', () => {
  const cells = { 'documents.rules.issued': '2', 'documents.rules.inForce': '5' };
  expect(messages('R-RULEMAKER', cells, { agency: bureau })).toEqual([
    '「二、主动公开政府信息情况 第二十条第（一）项」“规章”行：本年制发件数为 2，现行有效件数为 5，而某市城市管理局没有规章制定权，应为 0。是规范性文件的，请改填到规范性文件一行；确有规章的，请用文字说明。',
  ]);
});

test('R-NEWSUIT says how many cases there are', () => {
  const lastYear = { form, values: zerosWith({}) };
  const cells = { 'remedies.directLitigation.total': '2', 'remedies.directLitigation.pending': '2' };
  expect(messages('R-NEWSUIT', cells, { lastYear })).toEqual([
    '「四、政府信息公开行政复议、行政诉讼情况」有 2 件，而「三、收到和处理政府信息公开申请情况」本年和上年的新收、结转都是 0。请核对这些案件是否由政府信息公开申请引起，申请是否漏计。',
  ]);
  expect(messages('R-NEWSUIT', { ...cells, 'remedies.reconsideration.total': null }, { lastYear })).toEqual([
    expect.stringContaining('有至少 2 件'),
  ]);
});

test('R-ROLLUP shows what was added up, and who is still missing', () => {
  const child = (code: string, cells: Record<string, string | null>) => ({
    code,
    name: `机关${code}`,
    form,
    values: zerosWith(cells),
  });
  const filed = [
    child('01', { 'licensing.licensing.decisions': '5' }),
    child('02', { 'licensing.licensing.decisions': '3' }),
    child('03', {}),
  ];
  const missing = [{ code: '04', name: '机关04' }];
  expect(
    messages('R-ROLLUP', { 'licensing.licensing.decisions': '10' }, { children: { filed, missing } }),
  ).toEqual([
    '「二、主动公开政府信息情况 第二十条第（五）项」“行政许可”行“本年处理决定数量”列：汇总数为 10，已报的 3 个机关之和为 5＋3＝8，相差 2；还有 1 个机关未报。请核对汇总数和各机关的报告，或用文字说明差额。',
  ]);
  const blank = [...filed, child('05', { 'licensing.licensing.decisions': null })];
  expect(
    messages(
      'R-ROLLUP',
      { 'licensing.licensing.decisions': '7' },
      { children: { filed: blank, missing: [] } },
    ),
  ).toEqual([expect.stringContaining('空白的机关（机关05）填任何数都不能使之相符')]);
});

test('R-CHILDREN names who has not filed', () => {
  const children = {
    filed: [],
    missing: [
      { code: '04', name: '某局' },
      { code: '05', name: '某委' },
    ],
  };
  expect(messages('R-CHILDREN', {}, { children })).toEqual([
    '汇总名单上有 2 个机关，已报 0 个，未报 2 个：某局（04）、某委（05）。请催报后再汇总；不再填报的，请从名单中移出，或用文字说明。',
  ]);
});
