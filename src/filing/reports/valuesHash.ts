import type { Values } from '../../cells.js';
import { sha256 } from '../sha256.js';

/** SHA-256 of the numbers of a version, kept in the audit entry that made it. */
export function valuesHash(values: Values): string {
  return sha256(values.join(','));
}
