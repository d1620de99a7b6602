import { ask } from '../shared/ask.js';
import { keptToken } from '../shared/keptToken.js';
import type { ImportStatus } from '../../src/words/importStatuses.js';

/** What an office confirms of its ledger. */
export interface Words {
  readonly columns: Record<string, string>;
  readonly applicant: Record<string, string>;
  readonly outcome: Record<string, string>;
  readonly remedies: Record<string, string>;
}

export interface LedgerProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly at?: string;
  readonly message: string;
}

/** What became of a ledger, as the service answers. */
export interface LedgerFile {
  readonly status: ImportStatus;
  readonly form: string;
  readonly columns: readonly { readonly field: string; readonly label: string; readonly at: string }[];
  readonly dropped: readonly string[];
  readonly labels: readonly string[];
  readonly missing: readonly string[];
  readonly asked: readonly { readonly field: string; readonly word: string; readonly cases: number }[];
  readonly problems: readonly LedgerProblem[];
  readonly cases: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly carriedForward: readonly string[];
  readonly late: readonly { readonly case: string }[];
  readonly diff: Readonly<Record<'came' | 'went' | 'changed', readonly string[]>>;
  /** The file with marks, in Base64, when it was asked for. */
  readonly marked: { readonly fileName: string; readonly content: string } | null;
}

/** Sends a ledger to be tried out, or to be kept. */
export async function sendLedger(
  file: File,
  {
    agency,
    year,
    words,
    dryRun,
    marked = false,
  }: { agency: string; year: number; words: Words; dryRun: boolean; marked?: boolean },
): Promise<LedgerFile> {
  const body = new FormData();
  body.append('agency', agency);
  body.append('year', String(year));
  body.append('dryRun', String(dryRun));
  body.append('marked', String(marked));
  body.append('words', JSON.stringify(words));
  body.append('files', file, file.name);
  const response = await ask('ledgers', keptToken() ?? '', { method: 'POST', body });
  const answer = (await response.json()) as { files: readonly [LedgerFile] };
  return answer.files[0];
}
