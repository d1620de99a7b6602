import { requiredSections } from '../../src/checks/prose/missing.js';
import { texts as reviewTexts } from '../review/texts.js';
import type { EditedReport } from './editing/EditedReport.js';
import { blocks } from './editing/judgeEdits.js';
import { texts } from './texts.js';

/** What still keeps a report from being submitted, in words, as far as the page can tell. */
export function blockersOf(edited: EditedReport, dirty: boolean): string[] {
  const blocking = edited.judged.findings.value.filter(blocks);
  const errors = blocking.filter(({ severity }) => severity === 'error').length;
  const unsettled = blocking.length - errors;
  const unjudged = edited.blanks.unjudged.value;
  return [
    ...(dirty ? [reviewTexts.unsaved] : []),
    ...(errors > 0 ? [reviewTexts.errors(errors)] : []),
    ...(unsettled > 0 ? [reviewTexts.unsettled(unsettled)] : []),
    ...(unjudged > 0 ? [reviewTexts.unjudged(unjudged)] : []),
  ];
}

/** The sections without a word that publishing asks for, as printed: 「一、总体情况」; empty when there are none. */
export function missingProse({ form, sections }: EditedReport): string {
  return form.sections
    .filter(({ id }) => requiredSections.includes(id) && (sections[id] ?? '').trim() === '')
    .map(({ numeral, title }) => `「${texts.section(numeral, title)}」`)
    .join('、');
}
