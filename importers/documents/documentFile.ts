import type { Problem } from '../../src/problems/problem.js';
import type { Block } from './blocks.js';

/** A document as read: what it says from top to bottom, and what is to be told of it. */
export interface DocumentFile {
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}
