import { describe, expect, test } from 'vitest';
import { cellsOf, formatValue, type CellKey, type Values, entriesOf, keysOf } from '../../src/cells.js';
import type { CheckInput, Finding, Prose } from '../../src/checks/check.js';
import { writtenProse } from '../../src/checks/prose/writtenProse.js';
import { checkReport, checks, findingKey } from '../../src/checks/index.js';
import { form2021 } from '../../src/forms/2021.js';
import type { Form, Severity } from '../../src/forms/form.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { CellFields } from '../../web/form/editing/CellFields.js';
import { proseOf, type SavedReport } from '../../web/form/editing/edits.js';
import { judging } from '../../web/form/editing/judging.js';
import type { ShownFinding } from '../../web/form/editing/judgeEdits.js';
import { savedReport } from '../../web/form/editing/savedReport.js';
import type { Severity as SeverityName } from '../../web/graphql/graphql.js';
import { conformanceFiles, inputOf } from '../support/conformance.js';
import { validValues } from '../support/drafts.js';

const cases = (await conformanceFiles())
  .flatMap(({ rule, cases }) => cases.map((each) => ({ ...each, name: `${rule} ${each.name}` })))
  .filter(({ uscc }) => uscc === undefined);

/** What only the server knows: the children, the deadline, and how a file was printed. */
const onServerOnly = new Set([
  ...checks.filter(({ reads }) => reads !== undefined).map(({ id }) => id),
  'P-SECTIONS',
  'P-DATE',
]);

const severityNames: Readonly<Record<Severity, SeverityName>> = {
  error: 'ERROR',
  explain: 'EXPLAIN',
  warning: 'WARNING',
  info: 'INFO',
};

/** A report is always somebody's, of some year; its prose is what was written. */
function storedInput(input: CheckInput): CheckInput & { readonly year: number } {
  const { prose, lastYear } = input;
  return {
    ...input,
    year: input.year ?? 2024,
    agency: input.agency ?? { name: '某市第一局', kind: null, makesRules: null },
    prose: prose && writtenProse(prose),
    lastYear: lastYear && { ...lastYear, prose: lastYear.prose && writtenProse(lastYear.prose) },
  };
}

const textsOf = (form: Form, values: Values): Record<CellKey, string | null> =>
  Object.fromEntries(
    cellsOf(form).map(({ key, column, position }) => {
      const value = values[position] ?? null;
      return [key, value === null ? null : formatValue(column, value)];
    }),
  );

const sectionsOf = (form: Form, prose: Prose | undefined) =>
  form.sections
    .filter(({ tables }) => tables.length === 0)
    .map(({ id, title }) => ({
      id: `section ${id}`,
      key: id,
      title,
      text: prose?.sections.find((section) => section.id === id)?.text ?? '',
    }));

/** A report as the page has it, out of what the server answers. */
function loaded(input: CheckInput & { readonly year: number }): SavedReport {
  const { form, values, year, agency, prose, lastYear, requirements } = input;
  const report = {
    year,
    version: 1,
    agency: { id: 'A', code: 'A', consolidates: false, name: '', kind: null, makesRules: null, ...agency },
    form: { id: form.id },
    values: textsOf(form, values),
    sections: sectionsOf(form, prose),
    findings: checkReport(input).map((finding) => ({
      ...finding,
      id: findingKey(finding),
      rule: { id: finding.rule },
      severity: severityNames[finding.severity],
      cells: finding.cells.map((key) => ({ key })),
      text: finding.text ?? null,
      section: finding.section ?? null,
      settled: false,
      waiver: null,
      explanation: null,
    })),
  };
  const { longestOverview = null, mostLikeness = null, statements = [] } = requirements ?? {};
  return savedReport(report, {
    lastYear: lastYear
      ? {
          id: 'last year',
          form: { id: lastYear.form.id },
          values: textsOf(lastYear.form, lastYear.values),
          sections: sectionsOf(lastYear.form, lastYear.prose),
        }
      : null,
    requirement: {
      longestOverview,
      mostLikeness: mostLikeness === null ? null : Math.round(mostLikeness * 100),
      statements: [...statements],
    },
  });
}

/** What the rules say of the fields after these texts were typed over what is saved. */
function typed(
  saved: SavedReport,
  cells: Readonly<Record<CellKey, string | null>>,
  sections: Readonly<Record<string, string>>,
): ShownFinding[] {
  const fields = new CellFields(saved);
  for (const [key, text] of entriesOf(cells)) fields.write(key, text ?? '');
  const unread = new Set(keysOf(fields.refused));
  return judging(saved)({ values: fields.values(), unread, prose: proseOf(saved.form, sections) });
}

/** The same words, in any order. */
const words = (findings: readonly Finding[]) =>
  findings
    .filter(({ rule }) => !onServerOnly.has(rule))
    .map(({ rule, severity, cells, message, text }) => JSON.stringify([rule, severity, cells, message, text]))
    .sort();

describe('what is typed is judged as the server will judge it', () => {
  const found = new Set<string>();

  test.each(cases)('$name', (each) => {
    const after = storedInput(inputOf(each));
    const { form } = after;
    const before = { ...after, values: validValues(form), prose: undefined };
    const saved = loaded(before);
    const untouched = typed(saved, saved.values, saved.sections);
    expect(words(untouched)).toEqual(words(checkReport(before)));

    const sections = sectionsOf(form, after.prose).map(({ key, text }) => [key, text] as const);
    const page = typed(saved, textsOf(form, after.values), Object.fromEntries(sections));
    const server = checkReport(after);
    expect(words(page)).toEqual(words(server));
    expect(proposeRepairs(after, page)).toEqual(proposeRepairs(after, server));
    for (const { rule } of page) found.add(rule);
  });

  test('every rule was seen to be broken while typing, but for those of what only the server knows', () => {
    expect([...onServerOnly].sort()).toEqual(['P-DATE', 'P-LATE', 'P-SECTIONS', 'R-CHILDREN', 'R-ROLLUP']);
    expect(checks.map(({ id }) => id).filter((id) => !found.has(id) && !onServerOnly.has(id))).toEqual([]);
  });

  test('a field with something that is no number is told beside it, not as blank once more', () => {
    const input = storedInput({ form: form2021, values: validValues(form2021), year: 2024 });
    const saved = loaded(input);
    const [first, second] = ['licensing.licensing.decisions', 'enforcement.penalties.decisions'];
    const blanks = (cells: Readonly<Record<CellKey, string>>) =>
      typed(saved, { ...saved.values, ...cells }, saved.sections)
        .filter(({ rule }) => rule === 'R-COMPLETE')
        .map((finding) => finding.cells);
    expect(blanks({ [first]: '十二件' })).toEqual([]);
    expect(blanks({ [first]: '' })).toEqual([[first]]);
    expect(blanks({ [first]: '十二件', [second]: '' })).toEqual([[second]]);
  });
});
