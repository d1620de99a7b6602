import type { FileGrids } from '../fileGrids.js';
import type { GivenFile } from './GivenFile.js';

/** Reads the cells of one kind of file. */
export interface Reader {
  /**
   * The cells of a file of this kind; null when it is of another kind, and the next reader is asked. A file of this
   * kind that cannot be read is a RefusedFile, thrown.
   */
  read(file: GivenFile): Promise<FileGrids | null>;
}
