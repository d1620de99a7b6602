import type { CollectionAnswer, RefusedReport } from '../collectionAnswer.js';
import { element } from '../../shared/element.js';
import { foldedReport } from './foldedReport.js';
import type { ReportAnswer } from '../importAnswer.js';
import { fileNotices } from './notices.js';
import { originalLinks } from './originalLinks.js';
import { counted, storable, totalWords } from '../progressWords.js';
import { readingWords } from './readingWords.js';
import { showNotices } from './showNotices.js';
import { showRefused } from './showRefused.js';
import { printButton, type ResultActions } from './showResults.js';
import { texts } from './texts.js';

/** Collections whose reports are all in the answer; of a larger dry run the refused ones. */
export function showCollection(answer: CollectionAnswer, actions: ResultActions): HTMLElement[] {
  const { status, progress, complete, files } = answer;
  return [
    element('p', { class: 'summary' }, totalWords(status, progress, actions.dryRun)),
    element('div', { class: 'actions no-print' }, saveButton(answer, actions), printButton()),
    ...files.map((file, position) =>
      element(
        'article',
        { class: 'file', id: `file-${position}`, 'aria-labelledby': `file-heading-${position}` },
        element('h3', { id: `file-heading-${position}`, tabindex: '-1' }, file.file),
        element('p', { class: 'about' }, readingWords(file).join(' · ')),
        ...showNotices(fileNotices(file), { report: null, names: null }),
        ...(complete
          ? file.reports.map((report, index) => foldedReport(report, index, file.original, actions))
          : [showListed(file.reports, progress.reportsRejected)]),
        originalLinks(file.file, file.original, actions),
      ),
    ),
  ];
}

/** Of a dry run nothing is kept in which the rest could be looked up. */
function showListed(reports: readonly ReportAnswer[], rejected: number): HTMLElement | null {
  const heading =
    reports.length < rejected
      ? texts.refusedSome(counted(reports.length), counted(rejected))
      : texts.refusedAll(counted(reports.length));
  return showRefused(reports.map(refusedOf), heading, { annotated: () => null, more: null });
}

function refusedOf({ at, agency, year, problems }: ReportAnswer): RefusedReport {
  return { position: null, place: at ?? null, agency, year, problems };
}

function saveButton({ progress }: CollectionAnswer, actions: ResultActions): HTMLElement | null {
  const count = actions.dryRun ? storable(progress) : 0;
  if (count === 0) return null;
  const which = texts.saveReports(counted(count), progress.reportsRejected > 0);
  const button = element('button', { type: 'button', id: 'save' }, which);
  button.addEventListener('click', () => actions.save());
  return button;
}
