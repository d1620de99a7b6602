import { describe, expect, test } from 'vitest';
import { groupProblems, otherPlaces } from '../../src/text/groupProblems.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import type { FileOutcome, ReportOutcome } from '../../src/filing/importing/importOutcome.js';
import { sha256 } from '../../src/filing/sha256.js';
import { describeOutcome } from '../../src/cli/describeOutcome.js';
import { draftReports } from '../../importers/draft/draftReports.js';
import { describeFile } from '../../src/cli/describeFile.js';
import { checkFile } from '../../src/filing/judging/checkDocument.js';
import { formById } from '../../src/forms/index.js';
import { printedReport, sheet } from '../support/grids.js';

const uncalculated = (at: string) =>
  problem('FORMULA_NOT_CALCULATED', `“某格”（${at}）：公式没有计算结果。`, {
    cell: 'documents.rules.issued',
    at,
  });

describe('one cause is one line', () => {
  test('the same fault of many cells names their places', () => {
    const places = Array.from({ length: 25 }, (_, index) => `年报!A${index + 1}`);
    const [group, ...others] = groupProblems(places.map(uncalculated));
    expect(others).toEqual([]);
    expect(otherPlaces(group!)).toBe('（同样的还有 24 处：年报!A2、年报!A3、年报!A4、年报!A5、年报!A6等）');
  });

  test('another cause, and a problem of no cell, stay apart', () => {
    const word = problem('NOT_A_NUMBER', '“某格”（A3）：“暂无”不是数字。', { cell: 'x.y.z', at: 'A3' });
    const whole = problem('YEAR_UNKNOWN', '标题中没有报告年度。');
    expect(groupProblems([uncalculated('A1'), word, whole, uncalculated('A2')])).toHaveLength(3);
  });
});

describe('of an import too', () => {
  const outcome = (problems: readonly Problem[], filled: string | null): FileOutcome => {
    const report: ReportOutcome = {
      form: '2021',
      year: 2024,
      agency: '某局',
      agencyCode: 'A1',
      status: 'STORED',
      version: 1,
      diff: [],
      problems,
      findings: [],
      repairs: [],
      cells: { 'licensing.licensing.decisions': { value: filled, raw: filled, at: 'B2' } },
    };
    const file = {
      file: '年报.xlsx',
      format: 'xlsx' as const,
      encoding: null,
      problems: [],
      reports: [report],
    };
    return { ...file, status: 'STORED', sha256: sha256(file.file), version: 1, diff: [] };
  };

  test('25 formulas without a result are one line', () => {
    const places = Array.from({ length: 25 }, (_, index) => `年报!A${index + 1}`);
    const said = describeOutcome(outcome(places.map(uncalculated), '1'));
    expect(said.split('\n').filter((line) => line.includes('公式没有计算结果'))).toHaveLength(1);
    expect(said).toContain('（同样的还有 24 处：年报!A2');
  });

  test('an empty form is not said to have no errors', () => {
    expect(describeOutcome(outcome([], null))).toContain('表是空的');
    expect(describeOutcome(outcome([], null))).not.toContain('错误 0 个');
    expect(describeOutcome(outcome([], '3'))).toContain('错误 0 个');
  });
});

test('a form that nobody has filled in is said to be empty', () => {
  const empty = printedReport(formById('2021')!, () => null, '某市某局2024年政府信息公开工作年度报告');
  const { reports, problems } = draftReports([sheet(empty)], { blanksAreZero: false });
  const document = checkFile('空.xlsx', { format: 'xlsx', encoding: null, reports, problems });
  expect(describeFile(document)).toContain('读出 0/200 格，表是空的');
  expect(describeFile(document)).not.toContain('没有发现问题');
});

test('a year that is not over, against a clock handed over', () => {
  const rows = printedReport(formById('2021')!, () => 0, '某市某局2024年政府信息公开工作年度报告');
  const { reports, problems } = draftReports([sheet(rows)], { blanksAreZero: false });
  const codesOn = (today: string) =>
    checkFile(
      'a',
      { format: 'xlsx', encoding: null, reports, problems },
      { today: new Date(today) },
    ).reports[0]!.problems.map(({ code, severity }) => [code, severity]);
  expect(codesOn('2025-01-01T00:00:00+08:00')).toEqual([]);
  expect(codesOn('2024-12-31T23:59:00+08:00')).toEqual([['YEAR_UNLIKELY', 'warning']]);
  expect(codesOn('2023-06-01T00:00:00+08:00')).toEqual([['YEAR_UNLIKELY', 'error']]);
});
