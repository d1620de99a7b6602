import { extname } from 'node:path';
import type { FileOutcome, ReportOutcome } from '../../filing/importing/importOutcome.js';
import { sha256 } from '../../filing/sha256.js';

/** What a command keeps of a report that it has dealt with: not the report, there may be ten thousand. */
interface SeenReport {
  /** The file it came in. */
  readonly file: string;
  readonly digest: string;
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
  sentAgain(outcomes: readonly FileOutcome[]): Map<number, SentAgain> {
    const again = new Map<number, SentAgain>();
    for (const [index, { file, reports }] of outcomes.entries())
      for (const report of reports) {
        const earlier = this.#seen.get(nameOf(report) ?? '');
        if (!earlier) continue;
        const isSame =
          reports.length === 1 &&
          extname(earlier.file).toLowerCase() !== extname(file).toLowerCase() &&
          earlier.digest === digestOf(report);
        again.set(index, { earlier: earlier.file, isSame });
      }
    return again;
  }

  add({ file, reports }: FileOutcome): void {
    for (const report of reports) {
      const name = nameOf(report);
      if (name !== null && !this.#seen.has(name)) this.#seen.set(name, { file, digest: digestOf(report) });
    }
  }
}

/** null while it is not known whose it is, or it was refused. */
function nameOf({ agencyCode, year, status }: ReportOutcome): string | null {
  return agencyCode === null || year === null || status === 'REJECTED' ? null : `${agencyCode} ${year}`;
}

function digestOf({ form, cells }: ReportOutcome): string {
  const values = Object.entries(cells).map(([key, { value }]) => [key, value]);
  return sha256(JSON.stringify([form, values]));
}
