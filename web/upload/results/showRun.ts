import type { EndedRun, RefusedReport, RunFile } from '../collectionAnswer.js';
import { element } from '../../shared/element.js';
import { fileNotices } from './notices.js';
import { pageOf } from '../importRun.js';
import { annotatedLink, originalLinks } from './originalLinks.js';
import { counted, totalWords } from '../progressWords.js';
import { readingWords } from './readingWords.js';
import { showNotices } from './showNotices.js';
import { showRefused } from './showRefused.js';
import { printButton, type ResultActions } from './showResults.js';
import { texts } from './texts.js';

/** What the result of a run needs of the page around it. */
export interface RunActions extends Pick<ResultActions, 'downloadButton'> {
  /** The refused reports of all files behind a position; null when they could not be loaded. */
  more(after: number): Promise<EndedRun | null>;
}

/** A run that has ended: the totals, then each file with what it refused. */
export function showRun(run: EndedRun, actions: RunActions): HTMLElement[] {
  return [
    element('p', { class: 'summary' }, totalWords(run.status, run, false)),
    nextStep(run),
    element('div', { class: 'actions no-print' }, printButton()),
    ...run.files.map((file) => showRunFile(run, file, actions)),
  ];
}

function nextStep({
  status,
  reportsRejected,
  reportsStored,
  reportsUnchanged,
  files,
}: EndedRun): HTMLElement {
  const hasFaults =
    reportsRejected > 0 ||
    files.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  const words =
    status === 'CANCELLED' || status === 'FAILED'
      ? texts.sendRest
      : hasFaults
        ? texts.mendAndSend
        : texts.allSaved;
  return element(
    'p',
    { class: 'next' },
    element('b', {}, texts.next),
    words,
    ...(reportsStored + reportsUnchanged > 0 ? lookUp() : []),
  );
}

function lookUp(): (HTMLElement | string)[] {
  const link = element('a', { href: 'playground', target: '_blank', rel: 'opener' }, texts.playground);
  return [texts.lookBefore, link, texts.lookAfter];
}

/** A file that was being read when the import ended is neither known nor faulty. */
function aboutFile(file: RunFile): string {
  const isUnread = file.format === null && file.problems.length === 0;
  return isUnread ? texts.unread : readingWords(file).join(' · ');
}

function showRunFile(run: EndedRun, file: RunFile, actions: RunActions): HTMLElement {
  const { position, fileName, problems, refused } = file;
  const original = file.sha256 === null ? null : `/imports/${run.id}/${position}`;
  const page = pageOf(run.files.length);
  const isLong = refused.length === page;
  const count = run.files.length === 1 ? run.reportsRejected : isLong ? null : refused.length;
  const heading = texts.unsaved(count === null ? null : counted(count));
  return element(
    'article',
    { class: 'file', id: `file-${position}`, 'aria-labelledby': `file-heading-${position}` },
    element('h3', { id: `file-heading-${position}`, tabindex: '-1' }, fileName),
    element('p', { class: 'about' }, aboutFile(file)),
    ...showNotices(fileNotices({ problems }), { report: null, names: null }),
    showRefused(refused, heading, {
      annotated: (report) => annotatedLink(original, report.position, actions),
      more: isLong ? (after) => moreOf(position, after) : null,
    }),
    originalLinks(file.fileName, original, actions),
  );

  async function moreOf(wanted: number, after: number): Promise<readonly RefusedReport[] | null> {
    const later = await actions.more(after);
    return later && (later.files.find((found) => found.position === wanted)?.refused ?? []);
  }
}
