import { element } from '../../shared/element.js';
import { foldedReport } from './foldedReport.js';
import type { FileAnswer } from '../importAnswer.js';
import { allNotices, fileNotices } from './notices.js';
import { originalLinks } from './originalLinks.js';
import { readingWords } from './readingWords.js';
import { showNotices } from './showNotices.js';
import { aboutReport, showReport } from './showReport.js';
import type { ResultActions } from './showResults.js';
import { showNextStep, showStatus } from './showStatus.js';
import { texts } from './texts.js';

/** One uploaded file. A report that is alone in its file has the status of the file. */
export function showFile(file: FileAnswer, position: number, actions: ResultActions): HTMLElement {
  const notices = allNotices(file);
  const [first] = file.reports;
  const alone = file.reports.length === 1;
  const known = readingWords({ ...file, reportCount: file.reports.length });
  const reading = file.format === null ? [texts.unknownFile, ...known] : known;
  return element(
    'article',
    { class: 'file', id: `file-${position}`, 'aria-labelledby': `file-heading-${position}` },
    element('h3', { id: `file-heading-${position}`, tabindex: '-1' }, file.file),
    showStatus(
      { status: file.status, version: alone && first ? first.version : null },
      notices,
      actions.dryRun,
    ),
    element(
      'p',
      { class: 'about' },
      [...(alone && first ? [aboutReport(first)] : []), ...reading].join(' · '),
    ),
    showNextStep(file.status, notices, file.reports),
    ...showNotices(fileNotices(file), { report: null, names: null }),
    ...(alone && first
      ? [showReport(first, actions, true)]
      : file.reports.map((report, index) => foldedReport(report, index, file.original, actions))),
    originalLinks(file.file, file.original, actions, alone),
  );
}
