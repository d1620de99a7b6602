import type { ReadOptions } from '../draft/draft.js';
import type { PackedCases } from '../ledger/packing/packedCases.js';
import type { FileBytes } from '../files/fileBytes.js';
import type { Limits } from '../files/limits.js';
import type { PackedFile } from '../reading/packedCells.js';

/** A file to read, sent to a worker. It reads one at a time, in the order they come. */
export interface ReadJob {
  readonly bytes: FileBytes;
  readonly fileName: string;
  readonly options: ReadOptions;
  readonly limits: Limits;
}

/** What a worker says: once that it is ready, then two messages for each job and more for a ledger. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begun' }
  /** Some cases of a ledger, before its draft. */
  | { readonly kind: 'cases'; readonly cases: PackedCases }
  | { readonly kind: 'read'; readonly file: PackedFile }
  /** A fault of the program, not of the file. */
  | { readonly kind: 'failed'; readonly error: unknown };
