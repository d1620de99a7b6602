import type { Id, Numbered } from '../brands/brands.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the database takes it for an id: what people type may be anything. */
export function isUuid<Of extends Numbered>(text: string): text is Id<Of> {
  return uuid.test(text);
}
