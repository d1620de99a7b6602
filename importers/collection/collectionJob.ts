import type { ReadOptions } from '../draft/draft.js';
import type { FileBytes } from '../files/fileBytes.js';
import type { Limits } from '../files/limits.js';
import type { FilePart, NamesPart, ReportsPart } from './collectionPart.js';
import type { PackedReport } from '../reading/packedCells.js';

/** A collection to read. */
export interface CollectionJob {
  readonly bytes: FileBytes;
  readonly fileName: string;
  readonly options: ReadOptions;
  readonly limits: Limits;
}

/** The worker is asked for each part, and gives none unasked. */
export type CollectionRequest =
  /** For the first part of a collection. */
  { readonly kind: 'begin'; readonly job: CollectionJob } | { readonly kind: 'next' };

/** What the worker answers. */
export type CollectionMessage =
  | NamesPart
  | FilePart
  | (Omit<ReportsPart, 'reports'> & { readonly packed: readonly PackedReport[] })
  | { readonly kind: 'end' }
  /** A fault of the program, not of the file. */
  | { readonly kind: 'failed'; readonly error: unknown };
