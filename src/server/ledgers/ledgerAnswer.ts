import type { MarkedLedger } from '../../exports/ledger/marks/markedLedger.js';
import type { Id } from '../../brands/brands.js';
import type { LedgerOutcome } from '../../filing/ledger/importLedger.js';

/** The answer to an upload of a ledger. */
export interface LedgerAnswer {
  /** Of the import run, by which others see how far it is; null after a dry run, or where nothing could begin. */
  readonly id: Id<'Run'> | null;
  readonly at: Date;
  readonly files: readonly AnsweredLedger[];
}

interface AnsweredLedger extends LedgerOutcome {
  readonly original: null;
  /** The file as it was sent, with marks, in Base64: for whoever asked for it, and kept nowhere. */
  readonly marked: { readonly fileName: string; readonly content: string } | null;
}

/** What was read and counted, and what became of it. */
export function ledgerAnswer(
  { at, run }: { readonly at: Date; readonly run: Id<'Run'> | null },
  outcome: LedgerOutcome,
  marked?: MarkedLedger,
): LedgerAnswer {
  const problems = marked && 'problem' in marked ? [...outcome.problems, marked.problem] : outcome.problems;
  const written =
    marked && 'bytes' in marked
      ? { fileName: marked.fileName, content: marked.bytes.toString('base64') }
      : null;
  return { id: run, at, files: [{ ...outcome, problems, original: null, marked: written }] };
}
