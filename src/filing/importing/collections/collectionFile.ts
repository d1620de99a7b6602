import type { FileBytes } from '../../../../importers/files/fileBytes.js';
import type { CollectionPart } from '../../../../importers/collection/collectionPart.js';
import type { CollectionProgress } from './collectionOutcome.js';
import type { Id, Sha256 } from '../../../brands/brands.js';

/** A file with many reports that is read while it is filed. */
export interface CollectionFile {
  readonly fileName: string;
  readonly bytes: FileBytes;
  /** Of the bytes, in lower-case hexadecimal. */
  readonly sha256: Sha256;
  readonly parts: AsyncIterable<CollectionPart>;
}

export type CollectionFiles = AsyncIterable<CollectionFile> | Iterable<CollectionFile>;

/** An import run that has begun. */
export interface BegunRun {
  /** null for a dry run, of which nothing is kept. */
  readonly id: Id<'Run'> | null;
  readonly at: Date;
  /** Of all its files. */
  readonly bytesTotal: number;
}

export interface CollectionSettings {
  /** Aborted when whoever sent the files calls the import off. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CollectionProgress) => void | Promise<void>;
}
