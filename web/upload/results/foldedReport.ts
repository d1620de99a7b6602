import { element } from '../../shared/element.js';
import type { ReportAnswer } from '../importAnswer.js';
import { countOf, reportNotices } from './notices.js';
import { annotatedLink } from './originalLinks.js';
import { showReport } from './showReport.js';
import type { ResultActions } from './showResults.js';
import { countWords } from './statusWords.js';
import { texts } from './texts.js';

/** One of many in a collection: open when there is something to do. */
export function foldedReport(
  report: ReportAnswer,
  index: number,
  original: string | null,
  actions: ResultActions,
): HTMLElement {
  const notices = reportNotices(report);
  const refused = report.status === 'REJECTED';
  const place = report.at === undefined ? '' : `${report.at} · `;
  const name = report.agency ?? texts.nth(index + 1);
  const year = report.year === null ? '' : ` · ${texts.yearOf(report.year)}`;
  const refusal = `${texts.notSaved(actions.dryRun)}，`;
  return element(
    'details',
    { class: 'folded', open: countOf(notices, 'error') > 0 || refused },
    element('summary', {}, `${place}${name}${year}：${refused ? refusal : ''}${countWords(notices)}`),
    showReport(report, actions, false),
    annotatedLink(original, index, actions),
  );
}
