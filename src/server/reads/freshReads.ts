import type { Operation } from '../../rights/operations.js';

/**
 * What is never read from a standby, though it only reads. Whoever was told of a change reads the feed at once, an
 * import is watched while others write its progress, and what is verified is what is kept.
 */
export const freshReads: ReadonlySet<Operation> = new Set<Operation>([
  'Query.changes',
  'GET /api/v1/changes',
  'Query.importRun',
  'GET /api/v1/imports/:id',
  'Query.auditVerify',
]);
