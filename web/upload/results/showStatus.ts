import { element } from '../../shared/element.js';
import type { ReportAnswer } from '../importAnswer.js';
import { countOf, type Notice } from './notices.js';
import { countWords, nextStep, statusWords } from './statusWords.js';
import { texts } from './texts.js';

export function showStatus(
  { status, version }: Pick<ReportAnswer, 'status' | 'version'>,
  notices: readonly Notice[],
  dryRun: boolean,
): HTMLElement {
  const { sign, words } = statusWords(status, version, dryRun);
  const wrong = countOf(notices, 'error') > 0;
  return element(
    'p',
    { class: `status ${wrong ? 'wrong' : status}` },
    `${sign} ${words}；${countWords(notices)}`,
  );
}

export function showNextStep(...of: Parameters<typeof nextStep>): HTMLElement {
  return element('p', { class: 'next' }, element('b', {}, texts.next), nextStep(...of));
}
