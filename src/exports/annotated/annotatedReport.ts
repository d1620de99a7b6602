import type { DraftCell, DraftExplanation, DraftSection } from '../../../importers/draft/draft.js';
import type { CellKey } from '../../cells.js';
import type { Finding } from '../../checks/check.js';
import type { Form } from '../../forms/form.js';
import type { Problem } from '../../problems/problem.js';

/** One report of an upload as it was read and checked. */
export interface AnnotatedReport {
  readonly form: Form;
  readonly cells: Readonly<Record<CellKey, DraftCell>>;
  /** Cells whose numbers could not be told from others in the upload. */
  readonly unread?: readonly CellKey[];
  /** Of the report, and of the file as far as they concern it. */
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly sections: readonly DraftSection[];
  /** What was said about the findings before, to be read or amended. */
  readonly explanations?: readonly Omit<DraftExplanation, 'at'>[];
  /** As the title of the upload has it; null when it has none and none was asked for. */
  readonly agencyName: string | null;
  readonly year: number | null;
}
