import type { Explanation } from '../../../entities/explaining/Explanation.js';
import { findCell, formatValue, valueAt } from '../../cells.js';
import type { Finding, Numbers } from '../../checks/check.js';
import { findingKey } from '../../checks/index.js';
import { sha256 } from '../sha256.js';
import type { VersionText } from '../reports/storedReport.js';

/** What a finding says something about: the numbers of a report and its prose. */
export type Said = Numbers & Pick<VersionText, 'sections'>;

/** What an explanation or a waiver was said about. */
export type About = Pick<Explanation, 'rule' | 'cells' | 'sentence' | 'operands'>;

/**
 * What a finding is about, as text: its cells in order, and both sides, which also hold what comes from other
 * reports. What was said about the finding holds as long as this stays the same.
 */
export function operandsOf(report: Said, finding: Finding): string {
  const { form, values } = report;
  const { cells, left, right, compared = [] } = finding;
  const own = cells.map((key) => {
    const cell = findCell(form, key);
    const value = valueAt(form, values, key) ?? null;
    return `${key}=${!cell || value === null ? '' : formatValue(cell.column, value)}`;
  });
  const sides = [`left=${left ?? ''}`, `right=${right ?? ''}`];
  return [
    ...own,
    ...sides,
    ...compared.map((value) => `compared=${value ?? ''}`),
    ...prose(report, finding),
  ].join(' ');
}

/** A sentence is part of the name of its finding; a finding without one is about all that its section says. */
function prose({ sections }: Said, { section: id, text }: Finding): string[] {
  if (id === undefined || text !== undefined) return [];
  return [`${id}=${sha256(sections.find((section) => section.id === id)?.text ?? '')}`];
}

/** What is said about a finding as it stands now is said about this. */
export function aboutFinding(report: Said, finding: Finding): About {
  const { rule, cells, text } = finding;
  return { rule, cells: [...cells], sentence: text ?? null, operands: operandsOf(report, finding) };
}

/** Said about this finding, be it with the same values or others. */
export function isAbout({ rule, cells, sentence }: Omit<About, 'operands'>, finding: Finding): boolean {
  return findingKey({ rule, cells, text: sentence ?? undefined }) === findingKey(finding);
}

/** Said about this finding with the values it has now. */
export function holdsFor(about: About, report: Said, finding: Finding): boolean {
  return isAbout(about, finding) && about.operands === operandsOf(report, finding);
}
