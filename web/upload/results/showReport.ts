import { element } from '../../shared/element.js';
import type { ReportAnswer } from '../importAnswer.js';
import { reportNotices } from './notices.js';
import type { ResultActions } from './showResults.js';
import type { Context } from './showNotice.js';
import { showNotices } from './showNotices.js';
import { showRepairs } from './showRepairs.js';
import { showNextStep, showStatus } from './showStatus.js';
import { nameCells, shown, showTable } from './showTable.js';

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
  const code = agencyCode === null ? '（未登记）' : `（${agencyCode}）`;
  return [
    agency === null ? '标题中没有机关名称' : `${agency}${code}`,
    year === null ? '年度不明' : `${year} 年度`,
    `${form} 年统一格式`,
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
    element('summary', {}, `与系统里的上一版相比，有 ${diff.length} 格不同`),
    showTable(['位置', '行', '列', '原来', '现在'], rows, 2),
  );
}

/** A report that is in the system can be looked up and downloaded. */
function links({ agencyCode, year, version }: ReportAnswer, actions: ResultActions): HTMLElement | null {
  if (agencyCode === null || year === null || version === null) return null;
  const place = `agency=${encodeURIComponent(agencyCode)}&year=${year}`;
  return element(
    'p',
    { class: 'links no-print' },
    element('a', { href: `/reports/${encodeURIComponent(agencyCode)}/${year}` }, '打开报告，更正、上报'),
    element('a', { href: `playground#${place}`, target: '_blank', rel: 'opener' }, '在查询界面查看'),
    ...(['xlsx', 'csv', 'json'] as const).map((ending) =>
      actions.downloadButton(
        `下载 ${ending}`,
        `reports/${encodeURIComponent(agencyCode)}/${year}.${ending}`,
        `${agencyCode}-${year}.${ending}`,
      ),
    ),
  );
}
