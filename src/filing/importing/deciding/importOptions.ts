import type { FileBytes } from '../../../../importers/files/fileBytes.js';
import type { FileDraft } from '../../../../importers/draft/draft.js';
import type { Sha256 } from '../../../brands/brands.js';

/** What happens to the rest when something of an upload is refused. */
export type ErrorPolicy = 'REJECT_ALL' | 'REJECT_REPORT' | 'ACCEPT_VALID_CELLS';

export interface ImportOptions {
  readonly dryRun: boolean;
  /** Asked for in the upload; the title's otherwise. */
  readonly year: number | null;
  /** Code, name or alias asked for in the upload; the title's agency otherwise. */
  readonly agency: string | null;
  readonly layout: 'report' | 'collection';
  readonly blanksAreZero: boolean;
  readonly errorPolicy: ErrorPolicy;
  readonly overwriteCorrections: boolean;
}

/** One uploaded file, already read. */
export interface ImportedFile {
  readonly fileName: string;
  readonly bytes: FileBytes;
  /** Of the bytes, in lower-case hexadecimal. */
  readonly sha256: Sha256;
  readonly draft: FileDraft;
}
