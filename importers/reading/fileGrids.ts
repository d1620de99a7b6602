import type { Problem } from '../../src/problems/problem.js';
import type { FileFormat } from '../../src/words/fileFormats.js';
import type { Encoding } from '../draft/draft.js';
import type { Grid } from './grid.js';

/** The cells of a file, before anything is understood. */
export interface FileGrids {
  readonly format: FileFormat | null;
  readonly encoding: Encoding | null;
  readonly grids: readonly Grid[];
  /** The text of a JSON file, which has no cells. */
  readonly json?: string;
  readonly problems: readonly Problem[];
}
