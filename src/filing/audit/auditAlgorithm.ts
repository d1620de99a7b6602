import type { EntityManager } from 'typeorm';
import type { AuditAlgorithm } from '../../../entities/audit/AuditEntry.js';

/** What entries are hashed with from now on; those before stay as they are, and the chains go on. */
export async function chooseAlgorithm(manager: EntityManager, algorithm: AuditAlgorithm): Promise<void> {
  await manager.query(
    `INSERT INTO audit_setting (id, algorithm) VALUES (1, $1)
     ON CONFLICT (id) DO UPDATE SET algorithm = excluded.algorithm`,
    [algorithm],
  );
}
