import { exactValues, proseOf, type SavedReport } from './edits.js';
import { findingsNow, judgeHere, type EditedNumbers, type ShownFinding } from './judgeEdits.js';

/** How what stands in the fields of a report is judged: what is saved is judged once, to compare with. */
export function judging({
  form,
  facts,
  values,
  sections,
  findings,
}: SavedReport): (now: Omit<EditedNumbers, 'form'>) => ShownFinding[] {
  const savedHere = judgeHere(facts, {
    form,
    values: exactValues(form, values),
    prose: proseOf(form, sections),
  });
  return (now) => findingsNow(findings, savedHere, judgeHere(facts, { form, ...now }));
}
