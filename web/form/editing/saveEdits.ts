import { CorrectCellsDocument, CorrectSectionsDocument } from '../../graphql/graphql.js';
import { run } from '../../shared/ask.js';
import type { EditedReport } from './EditedReport.js';

interface Answered {
  readonly code: string;
  readonly message: string;
}

/** What became of saving: done, refused with reasons, or changed by somebody else meanwhile. */
export interface Saved {
  readonly errors: readonly string[];
  readonly conflict: boolean;
  /** Something was stored, be it only a part. */
  readonly stored: boolean;
}

/** 保存更正: the numbers, then the prose, each a new version with the same reason. */
export async function saveEdits(
  agency: string,
  year: number,
  edited: EditedReport,
  reason: string,
): Promise<Saved> {
  const report = { agency, year };
  let version = edited.saved.version;
  let stored = false;
  const cells = edited.changedCells().map(({ key }) => {
    const value = edited.fields.plain(key);
    return { key, value: value === '' ? null : value };
  });
  if (cells.length > 0) {
    const { cellCorrect } = await run(CorrectCellsDocument, { report, version, changes: cells, reason });
    const refused = refusedOf(cellCorrect.userErrors, stored);
    if (refused) return refused;
    version = cellCorrect.report?.version ?? version;
    stored = true;
  }
  const sections = edited.changedSections().map(({ id, after }) => ({
    section: id,
    text: after.trim() === '' ? null : after.trim(),
  }));
  if (sections.length > 0) {
    const { sectionCorrect } = await run(CorrectSectionsDocument, {
      report,
      version,
      changes: sections,
      reason,
    });
    const refused = refusedOf(sectionCorrect.userErrors, stored);
    if (refused) return refused;
    stored = true;
  }
  return { errors: [], conflict: false, stored };
}

function refusedOf(errors: readonly Answered[], stored: boolean): Saved | null {
  if (errors.length === 0) return null;
  return {
    errors: errors.map(({ message }) => message),
    conflict: errors.some(({ code }) => code === 'VERSION_CONFLICT'),
    stored,
  };
}
