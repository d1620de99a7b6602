import type { Agency } from '../../../../entities/agencies/Agency.js';
import type { ReportDraft } from '../../../../importers/draft/draft.js';
import { packedCells, packedValues } from '../../../../importers/reading/packedCells.js';
import type { Numbers } from '../../../checks/check.js';
import type { ImportOptions } from './importOptions.js';
import type { ResolvedAgency } from '../../agencies/resolveAgency.js';
import { storedForm } from '../../reports/storedForm.js';
import type { Sha256 } from '../../../brands/brands.js';

/** A report as it was sent in, before it is known of which agency it is. */
export interface SentReport {
  readonly draft: ReportDraft;
  readonly fileName: string;
  /** Of the file it was read from; null when the cells were sent without a file. */
  readonly sha256: Sha256 | null;
  /** The file as a whole has an error that refuses what was read from it. */
  readonly fileRefused: boolean;
}

/** A report that waits to be filed. */
export interface IncomingReport extends SentReport, Numbers {
  /** As asked for, else as printed in the title. */
  readonly year: number | null;
  readonly resolved: ResolvedAgency;
}

export function incomingReport(
  sent: SentReport,
  resolved: ResolvedAgency,
  options: Pick<ImportOptions, 'year'>,
): IncomingReport {
  const form = storedForm(sent.draft.form);
  return {
    ...sent,
    form,
    values: packedValues(form, packedCells(sent.draft)),
    year: options.year ?? sent.draft.year,
    resolved,
  };
}

/** Whose report it is; undefined while agency or year is unknown. */
export function ownerOf({ resolved, year }: IncomingReport): { agency: Agency; year: number } | undefined {
  return 'agency' in resolved && year !== null ? { agency: resolved.agency, year } : undefined;
}
