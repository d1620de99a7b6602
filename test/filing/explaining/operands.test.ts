import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftSection } from '../../../importers/draft/draft.js';
import { cellsOf, withChanges } from '../../../src/cells.js';
import type { Finding } from '../../../src/checks/check.js';
import { checkReport } from '../../../src/checks/index.js';
import { aboutFinding, holdsFor, isAbout } from '../../../src/filing/explaining/operands.js';
import { form2019 } from '../../../src/forms/2019.js';
import { form2021 } from '../../../src/forms/2021.js';
import { validValues, withCells } from '../../support/drafts.js';

const sections: readonly DraftSection[] = [
  { id: 'overview', title: '一、总体情况', text: '收到申请 12 件。' },
  { id: 'other', title: '六、其他需要报告的事项', text: '无。' },
];
const report = { form: form2021, values: validValues(form2021), sections };
const finding: Finding = {
  rule: 'R-INFORCE',
  severity: 'explain',
  cells: ['documents.rules.inForce', 'documents.rules.issued', 'documents.rules.repealed'],
  left: '5',
  right: '7',
  difference: '-2',
  message: '不相符',
};

describe('what was said about a finding', () => {
  test('holds while its cells are what they were, whatever else changes', () => {
    const about = aboutFinding(report, finding);
    fc.assert(
      fc.property(fc.constantFrom(...cellsOf(form2021)), fc.bigInt({ min: 0n, max: 99n }), (cell, value) => {
        const values = withChanges(form2021, report.values, [[cell.key, value]]);
        expect(holdsFor(about, { ...report, values }, finding)).toBe(!finding.cells.includes(cell.key));
      }),
      { numRuns: 300 },
    );
  });

  test('lapses when a blank is filled with 0, or a side or another report changes', () => {
    const blank = { ...report, values: withCells(form2021, report.values, { [finding.cells[0]!]: null }) };
    const zero = { ...report, values: withCells(form2021, report.values, { [finding.cells[0]!]: '0' }) };
    expect(holdsFor(aboutFinding(blank, finding), zero, finding)).toBe(false);
    const about = aboutFinding(report, { ...finding, compared: ['5', null] });
    expect(holdsFor(about, report, { ...finding, compared: ['5', null] })).toBe(true);
    expect(holdsFor(about, report, { ...finding, compared: ['5', '0'] })).toBe(false);
    expect(holdsFor(about, report, { ...finding, compared: ['5', null], right: '8' })).toBe(false);
    expect(holdsFor(about, report, { ...finding, compared: ['5', null], message: '另一种说法' })).toBe(true);
  });

  test('is about a sentence, or about all of a section that lacks one', () => {
    const prose = { ...finding, rule: 'P-PERIOD', cells: [], left: null, right: null };
    const other = [sections[0]!, { ...sections[1]!, text: '没有。' }];
    const sentence = { ...prose, section: 'other', text: '无。' };
    const about = aboutFinding(report, sentence);
    expect(isAbout(about, sentence)).toBe(true);
    expect(isAbout(about, { ...sentence, text: '没有。' })).toBe(false);
    expect(holdsFor(about, { ...report, sections: other }, sentence)).toBe(true);
    const whole = { ...prose, section: 'other' };
    expect(holdsFor(aboutFinding(report, whole), report, whole)).toBe(true);
    expect(holdsFor(aboutFinding(report, whole), { ...report, sections: other }, whole)).toBe(false);
  });
});

test('of two numbers of last year in one sum each is seen, though their sum stays the same', () => {
  const values = withCells(form2019, validValues(form2019), { 'fees.fees.previousItems': '50' });
  const before = (previous: string, change: string) =>
    withCells(form2019, values, { 'fees.fees.previousItems': previous, 'fees.fees.change': change });
  const found = (previous: string, change: string) =>
    checkReport({
      form: form2019,
      values,
      year: 2020,
      lastYear: { form: form2019, values: before(previous, change) },
    }).find(({ rule, cells }) => rule === 'R-ITEMS' && cells[0] === 'fees.fees.previousItems')!;
  const [then, now] = [found('10', '3'), found('9', '4')];
  expect([then.right, now.right]).toEqual(['13', '13']);
  const stored = { form: form2019, values, sections: [] };
  expect(holdsFor(aboutFinding(stored, then), stored, then)).toBe(true);
  expect(holdsFor(aboutFinding(stored, then), stored, now)).toBe(false);
});
