import type { CellKey } from '../../../src/cells.js';
import type { Numbers, Prose, Requirements } from '../../../src/checks/check.js';
import { writtenProse } from '../../../src/checks/prose/writtenProse.js';
import type { Severity } from '../../../src/forms/form.js';
import { formById } from '../../../src/forms/index.js';
import type { AskedOfReportQuery, FormPageQuery, Severity as SeverityName } from '../../graphql/graphql.js';
import { exactValues, type SavedReport } from './edits.js';
import type { ShownFinding } from './judgeEdits.js';

export type LoadedReport = NonNullable<FormPageQuery['report']>;

/** What of a report the rules look at. */
type JudgedReport = Pick<
  LoadedReport,
  'agency' | 'year' | 'version' | 'form' | 'values' | 'sections' | 'findings'
>;

/** What stands beside a report: the one of the year before, and what its jurisdiction asks. */
export interface Surroundings {
  readonly lastYear: FormPageQuery['lastYear'];
  readonly requirement: AskedOfReportQuery['requirement'];
}

const severities: Readonly<Record<SeverityName, Severity>> = {
  ERROR: 'error',
  EXPLAIN: 'explain',
  WARNING: 'warning',
  INFO: 'info',
};

/** What the server answers, as the rules of the browser read it. */
export function savedReport(report: JudgedReport, { lastYear, requirement }: Surroundings): SavedReport {
  const { agency, year, version } = report;
  const last = lastYear && {
    ...numbersOf(lastYear),
    prose: writtenProse(proseOf(lastYear.sections)),
  };
  return {
    form: formOf(report.form.id),
    version,
    values: textsOf(report.values),
    sections: Object.fromEntries(report.sections.map(({ key, text }) => [key, text])),
    findings: report.findings.map(findingOf),
    facts: {
      year,
      agency: { name: agency.name, kind: agency.kind ?? null, makesRules: agency.makesRules ?? null },
      ...(last && { lastYear: last }),
      ...(requirement && { requirements: requirementsIn(requirement) }),
    },
  };
}

function requirementsIn({
  longestOverview,
  mostLikeness,
  statements,
}: NonNullable<Surroundings['requirement']>): Requirements {
  return {
    longestOverview: longestOverview ?? null,
    mostLikeness: mostLikeness == null ? null : mostLikeness / 100,
    statements,
  };
}

function formOf(id: string) {
  const form = formById(id);
  if (!form) throw new Error(`the server knows a form ${id} that the page does not`);
  return form;
}

export function numbersOf({
  form: { id },
  values,
}: {
  form: { id: string };
  values: Readonly<Record<string, unknown>>;
}): Numbers {
  const form = formOf(id);
  return { form, values: exactValues(form, values) };
}

function textsOf(values: Readonly<Record<string, unknown>>): Record<CellKey, string | null> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : null]),
  );
}

function proseOf(sections: LoadedReport['sections']): Prose {
  return {
    sections: sections.map(({ key, title, text }) => ({ id: key, title, text })),
    headings: null,
    datedOn: null,
  };
}

function findingOf(finding: LoadedReport['findings'][number]): ShownFinding {
  return {
    id: finding.id,
    rule: finding.rule.id,
    severity: severities[finding.severity],
    cells: finding.cells.map(({ key }) => key),
    left: finding.left ?? null,
    right: finding.right ?? null,
    difference: finding.difference ?? null,
    message: finding.message,
    ...(finding.text != null && { text: finding.text }),
    ...(finding.section != null && { section: finding.section }),
    settled: finding.settled && finding.explanation != null,
    explanation: finding.explanation ?? null,
    waiver: finding.waiver
      ? { granted: finding.waiver.status === 'GRANTED', until: finding.waiver.expiresAt ?? null }
      : null,
  };
}
