import { describe, expect, test } from 'vitest';
import { withChanges, type Values, type CellKey } from '../../src/cells.js';
import { findingKey } from '../../src/checks/index.js';
import type { Finding } from '../../src/checks/check.js';
import { judge } from '../../src/filing/judging/judge.js';
import { form2021 } from '../../src/forms/2021.js';
import { findingsNow, judgeHere, type ShownFinding } from '../../web/form/editing/judgeEdits.js';
import { validValues } from '../support/drafts.js';

const agency = { name: '某市司法局', kind: 'DEPARTMENT', makesRules: false } as const;
const lastYear = { form: form2021, values: validValues(form2021, 2) };
/** What only the server knows: how the file was printed, and the deadline. */
const known = {
  form: form2021,
  year: 2024,
  agency,
  headings: ['一、总体情况', '一、总体情况'],
  datedOn: '2024-12-01',
  schedule: { deadline: '2025-01-31', submittedOn: '2025-03-01', publishedOn: null },
} as const;
const saved = [{ id: 'overview', title: '总体情况', text: '2024年新收申请9999件。' }];
const facts = { year: 2024, agency, lastYear };
const prose = { sections: saved, headings: null, datedOn: null };

/** A finding as the server answers with it. */
const shown = (finding: Finding): ShownFinding => ({
  ...finding,
  id: findingKey(finding),
  settled: false,
  explanation: null,
  waiver: null,
});
const onServer = (values: Values) =>
  judge({ ...known, values, sections: saved }, { ...lastYear, sections: [], headings: null, datedOn: null });
const here = (values: Values) => judgeHere(facts, { form: form2021, values, prose });
const words = (findings: readonly Finding[]) =>
  findings.map(({ rule, message }) => `${rule} ${message}`).sort();

const before = withChanges(form2021, validValues(form2021), [['requests.received.total', 1n]]);

describe('the page judges as the server does', () => {
  test('with nothing changed exactly the findings of the server are shown', () => {
    const server = onServer(before);
    expect(server.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['R-BALANCE', 'P-LATE', 'P-SECTIONS']),
    );
    expect(words(findingsNow(server.map(shown), here(before), here(before)))).toEqual(words(server));
  });

  test.each<[string, readonly (readonly [CellKey, bigint | null])[]]>([
    ['the slip is mended', [['requests.received.total', null]]],
    ['another slip', [['requests.disclosed.business', 77n]]],
    ['money typed in 元', [['fees.fees.amount', 7_320_000_000n]]],
    ['a blank', [['remedies.reconsideration.total', null]]],
    ['another carry-over', [['requests.carriedOver.naturalPerson', 3n]]],
  ])('after a change it says what the server will say: %s', (_name, changes) => {
    const after = withChanges(form2021, before, changes);
    const page = findingsNow(onServer(before).map(shown), here(before), here(after));
    expect(words(page)).toEqual(words(onServer(after)));
  });

  test('an explanation holds only while the finding says the same', () => {
    const explained = { text: '统计范围变化', author: '张三', at: '2025-01-20T00:00:00.000Z' };
    const server = onServer(before).map((finding) => ({
      ...shown(finding),
      settled: true,
      explanation: explained,
    }));
    const after = withChanges(form2021, before, [['requests.received.total', 2n]]);
    const [finding] = findingsNow(server, here(before), here(after)).filter(
      ({ rule }) => rule === 'R-BALANCE',
    );
    expect(finding).toMatchObject({ settled: false, explanation: null });
  });
});
