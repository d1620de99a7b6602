import { describe, expect, test } from 'vitest';
import { cellsOf, findCell, withChanges, type Values } from '../../src/cells.js';
import { checkReport, checks } from '../../src/checks/index.js';
import { faultsOf } from '../../src/exports/annotated/annotatedFaults.js';
import type { AnnotatedReport } from '../../src/exports/annotated/annotatedReport.js';
import { noteOf } from '../../src/exports/annotated/annotatedMarks.js';
import { longestNote } from '../../src/exports/annotated/cellNote.js';
import type { Form } from '../../src/forms/form.js';
import { formById, forms } from '../../src/forms/index.js';
import { problem, type ProblemCode } from '../../src/problems/problem.js';
import { problemCodes } from '../../src/problems/problemCodes.js';
import { annotated, annotatedValues } from '../support/annotated.js';
import { draftOf, validValues, withCells } from '../support/drafts.js';

const form = formById('2021')!;

/**
 * A valid report with every cell in turn blank, below zero and as large as it can be; one without requests; and one
 * whose decisions are the sums of the items beside them.
 */
function* manyValues(form: Form): Generator<Values> {
  for (const { key } of cellsOf(form))
    for (const value of [null, -1n, 999_999_999_999_999n, 999_999_999_000_000n])
      yield withChanges(form, validValues(form), [[key, value]]);
  yield cellsOf(form).map(({ table }) => (table.id === 'remedies' ? 1n : 0n));
  yield cellsOf(form).map(({ column }) => (column.id === 'decisions' ? 2n * largest : largest));
}

/** As long as a number of a form can be. */
const largest = 499_999_999_999_999n;

/** Judged with all that a rule about numbers may ask for, and on the form of another year. */
function checkedWithEverything(form: Form, values: Values): AnnotatedReport {
  const zeros = { form, values: cellsOf(form).map(() => 0n) };
  const findings = checkReport({
    form,
    values,
    year: 2000,
    lastYear: zeros,
    agency: { name: '某市某局', kind: 'DEPARTMENT', makesRules: false },
    children: { filed: [{ ...zeros, code: '01', name: '某局' }], missing: [{ code: '02', name: '某委' }] },
  });
  return { ...annotatedValues(form, values), findings };
}

describe('every note fits its box', () => {
  test.each(forms)('whatever is in a cell of form $id, for every rule', (each) => {
    const rules = new Set<string>();
    const long: string[] = [];
    for (const values of manyValues(each))
      for (const fault of faultsOf(checkedWithEverything(each, values))) {
        rules.add(fault.rule.split(' ')[0] ?? '');
        const note = noteOf([fault, fault, fault]);
        if (note.length > longestNote || noteOf([fault]).length > longestNote) long.push(note);
      }
    expect(long).toEqual([]);
    const expected = checks.filter(({ id, appliesTo }) => /^R-/.test(id) && appliesTo(each));
    expect([...rules].sort()).toEqual(expected.map(({ id }) => id).sort());
  });

  test('for every problem code, whatever was written', () => {
    const codes = Object.keys(problemCodes).filter((code): code is ProblemCode => code in problemCodes);
    const key = 'licensing.licensing.decisions';
    for (const code of codes) {
      const draft = draftOf(form, withCells(form, validValues(form), { [key]: null }));
      const cells = { ...draft.cells, [key]: { value: null, raw: '写'.repeat(400), at: '年报!G12' } };
      const problems = [problem(code, '长'.repeat(300), { cell: key, at: '年报!G12' })];
      const notes = faultsOf(annotated({ ...draft, cells, problems })).map((fault) => noteOf([fault, fault]));
      expect(notes.filter((note) => note.length > longestNote)).toEqual([]);
    }
  });
});

describe('a note says', () => {
  test.each([
    [
      { 'requests.received.total': '7' },
      'R-BALANCE',
      /^▲错误：一＋二＝\d+，（七）＋四＝\d+，相差 -?\d+（清单第 \d+ 条）$/,
    ],
    [
      { 'requests.received.total': '7' },
      'R-APPLICANTS',
      /^▲错误：总计＝7，六类申请人之和＝\d+，相差 -\d+（清单第 \d+ 条）$/,
    ],
    [
      { 'documents.rules.issued': '9999999' },
      'R-REPEAL',
      /^！提示：本年制发＝9999999，≤现行有效＋本年废止＝\d+（清单第 \d+ 条）$/,
    ],
    [
      { 'requests.received.total': null, 'requests.carriedOver.total': null },
      'R-COMPLETE',
      /^？需说明：空白 2 格，没有的填 0（清单第 \d+ 条）$/,
    ],
    [{ 'documents.rules.issued': '-3' }, 'R-COUNT', /^▲错误：每个件数、项目数≥0（清单第 \d+ 条）$/],
  ])('%j: %s', (cells, rule, words) => {
    const faults = faultsOf(annotatedValues(form, withCells(form, validValues(form), cells)));
    const fault = faults.find((found) => found.rule.startsWith(`${rule} `));
    expect(noteOf(fault ? [fault] : [])).toMatch(words);
    expect(findCell(form, fault?.cells[0] ?? '')).toBeDefined();
  });
});
