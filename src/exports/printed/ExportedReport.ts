import type { DraftSection } from '../../../importers/draft/draft.js';
import type { Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import type { Day } from '../../brands/brands.js';

/** What an export needs to know of a report. */
export interface ExportedReport {
  readonly form: Form;
  readonly values: Values;
  readonly agencyName: string;
  readonly agencyCode: string;
  readonly year: number;
  readonly version: number;
  readonly sections: readonly DraftSection[];
  /** The headings of 一 to 六 and the day as they were printed; left out where unknown. */
  readonly headings?: readonly string[] | null;
  readonly datedOn?: Day | null;
}
