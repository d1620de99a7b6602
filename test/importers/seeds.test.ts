import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readFile as readReport } from '../../importers/worker/readFile.js';
import { checkFile } from '../../src/filing/judging/checkDocument.js';

/** Figures of five published reports, in the layout their conversion to text left. */
async function check(name: string) {
  const bytes = await readFile(new URL(`../fixtures/seeds/${name}.txt`, import.meta.url));
  const { reports, ...file } = checkFile(
    name,
    await readReport(bytes, `${name}.txt`, { blanksAreZero: false }),
  );
  const [report] = reports;
  if (!report || reports.length > 1) throw new Error(`${name} is not one report`);
  const values = Object.entries(report.cells).filter(([, { value }]) => value !== null);
  return {
    ...file,
    report,
    title: [report.form, report.year, report.agency],
    filled: `${values.length} of ${Object.keys(report.cells).length}`,
    filledTables: new Set(values.map(([key]) => key.split('.')[0])),
    codes: new Set(report.problems.map(({ code }) => code)),
    rules: report.findings.map(({ rule, severity }) => `${rule} ${severity}`),
    texts: report.findings.flatMap(({ text }) => text ?? []),
    row: (row: string) =>
      Object.entries(report.cells)
        .filter(([key]) => key.startsWith(`${row}.`))
        .map(([, { value }]) => value),
  };
}

describe('published reports', () => {
  test('Anyang 2020: flattened text, rows short of seven values are never guessed', async () => {
    const { title, report, filled, filledTables, row, rules, texts } = await check('anyang2020');
    expect(title).toEqual(['2019', 2020, '安阳市城市管理局']);
    expect(filled).toBe('22 of 198');
    expect(filledTables).toEqual(new Set(['documents', 'licensing', 'enforcement', 'fees', 'procurement']));
    expect(row('enforcement.penalties')).toEqual(['238', '0', '24']);
    expect(
      report.problems.filter(({ severity }) => severity === 'error').map(({ code, cell }) => [code, cell]),
    ).toEqual([
      ['AMBIGUOUS_ROW', 'requests.received.naturalPerson'],
      ['AMBIGUOUS_ROW', 'requests.disclosed.naturalPerson'],
      ['AMBIGUOUS_ROW', 'requests.outcomesTotal.naturalPerson'],
    ]);
    expect(report.problems.filter(({ code }) => code === 'ASSUMED_CONTRADICTION')).toEqual([
      {
        code: 'ASSUMED_CONTRADICTION',
        severity: 'warning',
        cell: 'requests.outcomesTotal.naturalPerson',
        at: expect.stringMatching(/^第\d+行$/),
        message:
          '假设「三、收到和处理政府信息公开申请情况」各行的 3 个数依次是自然人、商业企业、总计，空白都是 0（文件没有写明，只作提示，没有据此读取）：“（七）总计”行的“18 1 2”与“一、本年新收政府信息公开申请数量”行的“2 1 3”矛盾，有 5 项勾稽关系不符，如「三、收到和处理政府信息公开申请情况」“自然人”列：一＋二＝2＋0＝2，（七）＋四＝18＋0＝18，相差 -16。请核对这一列的新收、结转和办理结果，改正填错的一格。',
      },
    ]);
    expect(rules).toEqual([
      'R-COMPLETE explain',
      'R-COMPLETE explain',
      'P-PERIOD explain',
      'P-DATE warning',
      'P-SECTIONS warning',
      'P-SECTIONS warning',
      'P-SECTIONS warning',
    ]);
    expect(texts).toEqual([
      '本报告所列数据的统计期限为2020年1月1日至2020年12月8日。',
      '2020年12月29日',
      '二、主动公开政府信息公开情况',
      '五、政府信息公开工作存在的主要问题及改进情况',
      '六、政府信息公开收费及减免情况',
    ]);
  });

  test('Xinyang 2021: all cells, though values shift by one column', async () => {
    const { title, format, filled, row, rules, report, texts } = await check('xinyang2021');
    expect([title, format, filled]).toEqual([['2021', 2021, '信阳市城市管理局'], 'txt', '200 of 200']);
    expect(row('fees.fees')).toEqual(['7320']);
    expect(row('licensing.licensing')).toEqual(['3089']);
    expect(report.cells['fees.fees.amount']).toEqual({
      value: '7320',
      raw: '7320',
      at: expect.stringMatching(/^第\d+行$/),
    });
    expect(rules).toEqual(['R-UNIT explain', 'P-SECTIONS warning', 'P-FEE explain']);
    expect(texts).toEqual(['一、总体情况', '无']);
  });

  test('Wenfeng 2024: a bent heading is repaired', async () => {
    const { title, filled, codes, rules } = await check('wenfeng2024');
    expect([title, filled]).toEqual([['2021', 2024, '文峰区城市管理局'], '200 of 200']);
    expect(codes).toEqual(new Set(['LABEL_REPAIRED']));
    // No period is named, the fee is: what 一 leaves out is all there is to say.
    expect(rules).toEqual(['P-COVERAGE warning']);
  });

  test('Guyuan 2020: the unit stands in the cell', async () => {
    const { title, filled, report, rules } = await check('guyuan2020');
    expect([title, filled]).toEqual([['2019', 2020, '固原市城市管理局'], '198 of 198']);
    expect(report.cells['procurement.procurement.amount']).toMatchObject({
      value: '53.6318',
      raw: '53.6318 万元',
    });
    expect(rules).toEqual([]);
  });

  test('Xuchang 2020: a label and a value are lost', async () => {
    const { title, filled, codes, row, report, rules } = await check('xuchang2020');
    expect([title, filled]).toEqual([['2019', 2020, '许昌市人民政府'], '197 of 198']);
    expect(row('requests.notHeld')).toEqual(['92', '1', '0', '0', '0', '0', '93']);
    expect(row('requests.petitionOrComplaint')).toEqual(['1', '2', '0', '0', '0', '0', null]);
    expect(row('licensing.licensing')).toEqual(['4588', '-1690', '87779']);
    expect(
      ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'].map(
        (kind) => report.cells[`remedies.${kind}.total`]?.value,
      ),
    ).toEqual(['53', '154', '38']);
    expect(codes).toEqual(new Set(['LABEL_REPAIRED', 'LABEL_LOST', 'VALUE_LOST']));
    // 883 in the prose is what the table says.
    expect(rules).toEqual(['R-COMPLETE explain', 'P-SECTIONS warning']);
    expect(report.repairs).toMatchObject([
      {
        changes: [{ cell: 'requests.petitionOrComplaint.total', from: null, to: '3' }],
        unique: true,
      },
    ]);
  });
});
