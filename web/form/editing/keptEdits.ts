import type { CellKey } from '../../../src/cells.js';
import type { EditedReport } from './EditedReport.js';

/** What was typed and not saved, kept on this machine. */
export interface KeptEdits {
  readonly version: number;
  readonly at: string;
  readonly cells: Readonly<Record<CellKey, string>>;
  readonly sections: Readonly<Record<string, string>>;
}

const nameOf = (agency: string, year: number) => `nianbao.edits.${agency}.${year}`;

/**
 * Keeps the edits of a report, over those that are still offered from before; nothing is kept when there are none.
 */
export function keepEdits(
  agency: string,
  year: number,
  edited: EditedReport,
  offered: KeptEdits | null = null,
): void {
  const cells = {
    ...offered?.cells,
    ...Object.fromEntries(edited.changedCells().map(({ key, after }) => [key, after])),
  };
  const sections = {
    ...offered?.sections,
    ...Object.fromEntries(edited.changedSections().map(({ id, after }) => [id, after])),
  };
  if (Object.keys(cells).length + Object.keys(sections).length === 0) return forgetEdits(agency, year);
  const kept: KeptEdits = { version: edited.saved.version, at: new Date().toISOString(), cells, sections };
  try {
    localStorage.setItem(nameOf(agency, year), JSON.stringify(kept));
  } catch (error) {
    // A full or forbidden store: the fields themselves still hold everything.
    if (!(error instanceof DOMException)) throw error;
  }
}

export function keptEdits(agency: string, year: number): KeptEdits | null {
  const text = localStorage.getItem(nameOf(agency, year));
  if (text === null) return null;
  try {
    const kept: KeptEdits = JSON.parse(text);
    return typeof kept.version === 'number' &&
      typeof kept.cells === 'object' &&
      typeof kept.sections === 'object'
      ? kept
      : null;
  } catch {
    return null;
  }
}

export function forgetEdits(agency: string, year: number): void {
  localStorage.removeItem(nameOf(agency, year));
}
