import type { VersionText } from '../../src/filing/reports/storedReport.js';
import type { Section } from './types.js';

/** The prose of a report: a section is called by its name in the form. */
export function sectionViews(sections: VersionText['sections']): Section[] {
  return sections.map(({ id, title, text }) => ({ key: id, title, text }));
}
