import { extname } from 'node:path';
import type { ReportDraft } from '../../../importers/draft/draft.js';
import { packedCells } from '../../../importers/reading/packedCells.js';
import type { FileOutcome, ReportOutcome } from '../../filing/importing/importOutcome.js';
import { sha256 } from '../../filing/sha256.js';

/** What a command keeps of a report that it has dealt with: not the report, there may be ten thousand. */
interface SeenReport {
  /** The file it came in. */
  readonly file: string;
  readonly digest: string;
}

/** What became of a file, beside its reports as they were read. */
export interface FiledFile {
  readonly outcome: FileOutcome;
  readonly drafts: readonly ReportDraft[];
}

/** A file that holds again what an earlier batch of the same command had. */
export interface SentAgain {
  readonly earlier: string;
  /** It says the same in another format, as an office sends the Word file and the PDF it was published as. */
  readonly isSame: boolean;
}

/** The reports of one command, by agency and year, that have been dealt with. */
export class SeenReports {
  readonly #seen = new Map<string, SeenReport>();

  /** The files among these that hold a report again, by their place. */
  sentAgain(files: readonly FiledFile[]): Map<number, SentAgain> {
    const again = new Map<number, SentAgain>();
    for (const [index, { outcome, drafts }] of files.entries())
      for (const [place, report] of outcome.reports.entries()) {
        const earlier = this.#seen.get(nameOf(report) ?? '');
        if (!earlier) continue;
        const isSame =
          drafts.length === 1 &&
          extname(earlier.file).toLowerCase() !== extname(outcome.file).toLowerCase() &&
          earlier.digest === digestOf(drafts[place]);
        again.set(index, { earlier: earlier.file, isSame });
      }
    return again;
  }

  add({ outcome: { file, reports }, drafts }: FiledFile): void {
    for (const [place, report] of reports.entries()) {
      const name = nameOf(report);
      if (name !== null && !this.#seen.has(name))
        this.#seen.set(name, { file, digest: digestOf(drafts[place]) });
    }
  }
}

/** null while it is not known whose it is, or it was refused. */
function nameOf({ agencyCode, year, status }: ReportOutcome): string | null {
  return agencyCode === null || year === null || status === 'REJECTED' ? null : `${agencyCode} ${year}`;
}

function digestOf(draft: ReportDraft | undefined): string {
  return draft ? sha256(`${draft.form} ${packedCells(draft).values}`) : '';
}
