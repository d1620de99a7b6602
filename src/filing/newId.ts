import { randomUUID } from 'node:crypto';
import type { Id, Numbered } from '../brands/brands.js';

/** The id of what is about to be stored. */
export function newId<Of extends Numbered>(): Id<Of> {
  return randomUUID() as string as Id<Of>;
}
