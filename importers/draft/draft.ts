import type { CellKey } from '../../src/cells.js';
import type { Problem } from '../../src/problems/problem.js';
import type { LedgerDraft, LedgerRequest } from '../ledger/LedgerDraft.js';
import type { FileFormat } from '../../src/words/fileFormats.js';
import type { Day } from '../../src/brands/brands.js';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** One cell of the form as the file has it. */
export interface DraftCell {
  /** Canonical decimal string in the unit of the form; null = blank or unknown. */
  readonly value: string | null;
  /** What the file holds, before any cleaning. */
  readonly raw: string | null;
  /** null when the form's cell has no place in the file. */
  readonly at: string | null;
}

/** The prose of one of the sections 一, 五, 六. */
export interface DraftSection {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What somebody wrote in the column 说明 of 错误清单, the list of faults in a marked-up workbook. */
export interface DraftExplanation {
  /** Of the finding it stands beside: its rule, its cells and, when it is about the prose, its sentence. */
  readonly rule: string;
  readonly cells: readonly CellKey[];
  readonly sentence: string | null;
  readonly text: string;
  /** Where it stands in the file. */
  readonly at: string;
}

/** What a file says, read exactly and not judged. */
export interface ReportDraft {
  readonly form: string;
  /** From the title; null when it has none. */
  readonly year: number | null;
  /** As printed in the title; null when it has none. */
  readonly agency: string | null;
  /** From the code column of a table with many reports. */
  readonly agencyCode?: string | null;
  /** Where the report stands in a file of many: its row, its sheet, or its file in an archive. */
  readonly at?: string;
  /** Every cell of the form. */
  readonly cells: Readonly<Record<CellKey, DraftCell>>;
  /** Cells whose numbers, if the file has any, could not be told from others: nobody knows that they are blank. */
  readonly unread?: readonly CellKey[];
  readonly sections: readonly DraftSection[];
  /** Every line that is a heading of 一 to 六, as printed, in the order of the file. */
  readonly headings?: readonly string[];
  /** The day printed on the report, `2021-01-12`; null when none is. */
  readonly datedOn?: Day | null;
  /** The day on which a saved page says that it was published. */
  readonly publishedOn?: Day | null;
  readonly explanations?: readonly DraftExplanation[];
  readonly problems: readonly Problem[];
}

/** A file as read. `reports` is empty when the file could not be read at all. */
export interface FileDraft {
  readonly format: FileFormat | null;
  readonly encoding: Encoding | null;
  /** Problems of the file as a whole. */
  readonly problems: readonly Problem[];
  readonly reports: readonly ReportDraft[];
  /** What a ledger says, when the file was read as one. */
  readonly ledger?: LedgerDraft;
}

export interface ReadOptions {
  /** The filer says that what was left blank is zero. */
  readonly blanksAreZero: boolean;
  /**
   * `report` (default): the file is one report. `collection`: each sheet is a report. `ledger`: the file is a
   * ledger of requests, read as `ledger` says.
   */
  readonly layout?: 'report' | 'collection' | 'ledger';
  readonly ledger?: LedgerRequest;
  /** The year asked for, by which a table without a year column chooses the form. */
  readonly year?: number | null;
}
