import { element } from '../../shared/element.js';
import type { FormNames } from '../formNames.js';
import type { FileAnswer, ImportAnswer } from '../importAnswer.js';
import { allNotices, countOf } from './notices.js';
import { showFile } from './showFile.js';
import { countWords, summaryWords } from './statusWords.js';
import { texts } from './texts.js';

/** What the results need of the page around them. */
export interface ResultActions {
  readonly dryRun: boolean;
  names(form: string): FormNames | null;
  downloadButton(label: string, path: string, fallbackName: string): HTMLElement;
  /** Sends the same files again, this time to be stored. */
  save(): void;
}

/** The answer to an upload: a summary, a list of the files when there are several, then each file. */
export function showResults({ files }: ImportAnswer, actions: ResultActions): HTMLElement[] {
  return [
    element('p', { class: 'summary' }, summaryWords(files, actions.dryRun)),
    element('div', { class: 'actions no-print' }, saveButton(files, actions), printButton()),
    ...(files.length > 1 ? [contents(files)] : []),
    ...files.map((file, position) => showFile(file, position, actions)),
  ];
}

function saveButton(files: readonly FileAnswer[], actions: ResultActions): HTMLElement | null {
  const count = files.filter(({ status }) => status === 'DRY_RUN').length;
  if (count === 0) return null;
  const hasErrors = files.some((file) => file.status === 'DRY_RUN' && countOf(allNotices(file), 'error') > 0);
  const button = element(
    'button',
    { type: 'button', id: 'save', class: hasErrors ? 'secondary' : undefined },
    texts.saveFiles(count, hasErrors),
  );
  button.addEventListener('click', () => actions.save());
  return button;
}

export function printButton(): HTMLElement {
  const button = element('button', { type: 'button', class: 'secondary' }, texts.printList);
  button.addEventListener('click', () => window.print());
  return button;
}

function contents(files: readonly FileAnswer[]): HTMLElement {
  return element(
    'ul',
    { class: 'contents no-print', 'aria-label': texts.files },
    ...files.map((file, position) => {
      const notices = allNotices(file);
      const refused = file.status === 'REJECTED';
      const bad = refused || countOf(notices, 'error') > 0;
      return element(
        'li',
        {},
        `${bad ? '✘' : '✓'} `,
        element('a', { href: `#file-${position}` }, file.file),
        ` ${refused ? texts.refused : ''}${countWords(notices)}`,
      );
    }),
  );
}
