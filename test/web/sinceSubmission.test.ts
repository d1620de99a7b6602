import { expect, test } from 'vitest';
import { cellsOf, formatValue } from '../../src/cells.js';
import { form2021 } from '../../src/forms/2021.js';
import type { SavedReport } from '../../web/form/editing/edits.js';
import { differenceSince, earlierSubmission } from '../../web/review/sinceSubmission.js';
import { validValues } from '../support/drafts.js';

const texts = (change: Readonly<Record<string, string | null>> = {}) =>
  Object.fromEntries(
    cellsOf(form2021).map(({ key, column }, index) => {
      const value = validValues(form2021, 3)[index] ?? null;
      return [
        key,
        key in change ? (change[key] ?? null) : value === null ? null : formatValue(column, value),
      ];
    }),
  );
const now: SavedReport = {
  form: form2021,
  version: 2,
  values: texts(),
  sections: { overview: '本机关主动公开政府信息若干条。', problems: '' },
  findings: [],
  facts: { year: 2024, agency: { name: '某市司法局', kind: null, makesRules: null } },
};
const received = 'requests.received.naturalPerson';

test('cells, prose and findings that differ from the version submitted before are told', () => {
  const values = texts({ [received]: '999', 'licensing.licensing.decisions': null });
  const since = differenceSince({ form: form2021, values, sections: { overview: '旧的文字。' } }, now);
  expect(since.cells.map(({ key, before }) => [key, before])).toEqual([
    ['licensing.licensing.decisions', ''],
    [received, '999'],
  ]);
  expect(since.sections).toEqual([
    { key: 'overview', before: '旧的文字。', after: '本机关主动公开政府信息若干条。' },
  ]);
  expect(since.resolved.some((message) => message.includes('999'))).toBe(true);
  expect(differenceSince({ ...now, sections: now.sections }, now)).toMatchObject({
    cells: [],
    sections: [],
    resolved: [],
    introduced: [],
  });
});

test('the submission before is the one a reviewer has seen', () => {
  const steps = ['SUBMITTED', 'RETURNED', 'SUBMITTED'].map((to, index) => ({ to, at: String(index) }));
  expect(earlierSubmission('SUBMITTED', steps)?.at).toBe('0');
  expect(earlierSubmission('RETURNED', steps.slice(0, 2))?.at).toBe('0');
  expect(earlierSubmission('SUBMITTED', steps.slice(0, 1))).toBeNull();
  expect(earlierSubmission('DRAFT', [])).toBeNull();
});
