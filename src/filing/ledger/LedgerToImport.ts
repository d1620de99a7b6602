import type { Agency } from '../../../entities/agencies/Agency.js';
import type { FileDraft } from '../../../importers/draft/draft.js';
import type { ConfirmedWords } from '../../../importers/ledger/words/confirmedWords.js';
import type { Form } from '../../forms/form.js';
import type { Sha256 } from '../../brands/brands.js';

/** A ledger that was read, and whose it is. */
export interface LedgerToImport {
  readonly agency: Agency;
  readonly year: number;
  readonly form: Form;
  readonly fileName: string;
  /** Of the bytes: all that is kept of the file. */
  readonly sha256: Sha256;
  readonly draft: FileDraft;
  /** The words it was read with; remembered for the office. */
  readonly words: ConfirmedWords;
  readonly dryRun: boolean;
  /** Nothing is stored of an import that is called off. */
  readonly signal?: AbortSignal;
  /** Is told how many of its cases are stored, of how many; they count once all are. */
  readonly onStored?: (stored: number, of: number) => void;
}
