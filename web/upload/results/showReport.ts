import { element } from '../../shared/element.js';
import type { ReportAnswer } from '../importAnswer.js';
import { reportNotices } from './notices.js';
import type { ResultActions } from './showResults.js';
import type { Context } from './showNotice.js';
import { showNotices } from './showNotices.js';
import { showRepairs } from './showRepairs.js';
import { showNextStep, showStatus } from './showStatus.js';
import { nameCells, shown, showTable } from './showTable.js';
import { texts } from './texts.js';

/** One report of a file: what it is, what became of it, every notice, what changed, where to go on. */
export function showReport(report: ReportAnswer, actions: ResultActions, alone: boolean): HTMLElement {
  const notices = reportNotices(report);
  const context: Context = { report, names: actions.names(report.form) };
  return element(
    'div',
    { class: 'report' },
    ...(alone
      ? []
      : [
          showStatus(report, notices, actions.dryRun),
          element('p', { class: 'about' }, aboutReport(report)),
          showNextStep(report.status, notices, [report]),
        ]),
    ...showNotices(notices, context),
    showRepairs(report, context),
    differences(report, context),
    links(report, actions),
  );
}

export function aboutReport({ agency, agencyCode, year, form }: ReportAnswer): string {
  const code = agencyCode === null ? texts.unregistered : `（${agencyCode}）`;
  return [
    agency === null ? texts.noNameInTitle : `${agency}${code}`,
    year === null ? texts.yearUnknown : texts.yearOf(year),
    texts.formOf(form),
  ].join(' · ');
}

function differences({ diff, cells }: ReportAnswer, { names }: Context): HTMLElement | null {
  if (diff.length === 0) return null;
  const rows = diff.map(({ cell, before, after }) => [
    cells[cell]?.at ?? '',
    ...nameCells(names?.cells.get(cell), cell),
    shown(before),
    shown(after),
  ]);
  return element(
    'details',
    { class: 'group', open: diff.length <= 10 },
    element('summary', {}, texts.differs(diff.length)),
    showTable([...texts.cellColumns, texts.before, texts.now], rows, 2),
  );
}

/** A report that is in the system can be looked up and downloaded. */
function links({ agencyCode, year, version }: ReportAnswer, actions: ResultActions): HTMLElement | null {
  if (agencyCode === null || year === null || version === null) return null;
  const place = `agency=${encodeURIComponent(agencyCode)}&year=${year}`;
  return element(
    'p',
    { class: 'links no-print' },
    element('a', { href: `/reports/${encodeURIComponent(agencyCode)}/${year}` }, texts.openReport),
    element('a', { href: `playground#${place}`, target: '_blank', rel: 'opener' }, texts.inPlayground),
    ...(['xlsx', 'csv', 'json'] as const).map((ending) =>
      actions.downloadButton(
        texts.download(ending),
        `reports/${encodeURIComponent(agencyCode)}/${year}.${ending}`,
        `${agencyCode}-${year}.${ending}`,
      ),
    ),
  );
}
