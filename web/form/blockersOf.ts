import { texts as reviewTexts } from '../review/texts.js';
import type { EditedReport } from './EditedReport.js';

/** What still keeps a report from being submitted, in words, as far as the page can tell. */
export function blockersOf(edited: EditedReport, dirty: boolean): string[] {
  const findings = edited.findings.value;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const unsettled = findings.filter(({ severity, settled }) => severity === 'explain' && !settled).length;
  const unjudged = edited.unjudged.value;
  return [
    ...(dirty ? [reviewTexts.unsaved] : []),
    ...(errors > 0 ? [reviewTexts.errors(errors)] : []),
    ...(unsettled > 0 ? [reviewTexts.unsettled(unsettled)] : []),
    ...(unjudged > 0 ? [reviewTexts.unjudged(unjudged)] : []),
  ];
}
