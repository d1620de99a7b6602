import { ask } from '../shared/ask.js';
import { Failure } from '../shared/Failure.js';
import { keptToken } from '../shared/keptToken.js';
import type { ImportStatus } from '../../src/words/importStatuses.js';
import { texts } from './texts.js';

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

/** How far the reading and the keeping of a ledger have come. */
export interface LedgerProgress {
  readonly casesRead: number;
  readonly casesStored: number;
}

/** Sends a ledger to be tried out, or to be kept. Nothing is kept of one that is called off. */
export async function sendLedger(
  file: File,
  {
    agency,
    year,
    words,
    dryRun,
    marked = false,
  }: { agency: string; year: number; words: Words; dryRun: boolean; marked?: boolean },
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: LedgerProgress) => void },
): Promise<LedgerFile> {
  const body = new FormData();
  body.append('agency', agency);
  body.append('year', String(year));
  body.append('dryRun', String(dryRun));
  body.append('marked', String(marked));
  body.append('words', JSON.stringify(words));
  body.append('files', file, file.name);
  const headers = { Accept: 'application/x-ndjson' };
  const response = await ask('ledgers', keptToken() ?? '', { method: 'POST', body, headers, signal });
  for await (const line of linesOf(response)) {
    const told = JSON.parse(line) as Told;
    if (told.files) return told.files[0];
    if (told.progress) onProgress(told.progress);
    else throw new Failure(told.message ?? texts.brokenOff, response.status);
  }
  throw new Failure(texts.brokenOff, response.status);
}

/** A line of the answer: how far it has come, at last what became of it or why it failed. */
interface Told {
  readonly progress?: LedgerProgress;
  readonly files?: readonly [LedgerFile];
  readonly message?: string;
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
