import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import type { AuditBreak } from './auditBreaks.js';
import { parseStoredValues } from '../reports/storedValues.js';
import { valuesHash } from '../reports/valuesHash.js';
import type { Id } from '../../brands/brands.js';

/** Each entry that made a version vouches for its numbers: those that are stored must still be the same. */
export async function breaksOfVersions(
  manager: EntityManager,
  entries: readonly AuditEntry[],
): Promise<AuditBreak[]> {
  // Entries that vouch for all of a version are held against it elsewhere.
  const vouching = entries.filter(
    ({ reportId, details, seals }) => reportId !== null && 'values' in details && !seals?.version,
  );
  if (vouching.length === 0) return [];
  const rows = await manager.query<{ reportId: Id<'Report'>; number: number; values: string }[]>(
    `SELECT report_id AS "reportId", number, "values"::text AS "values" FROM report_version
     WHERE report_id = ANY($1::uuid[])`,
    [[...new Set(vouching.map(({ reportId }) => reportId))]],
  );
  const hashes = new Map(
    rows.map(({ reportId, number, values }) => [
      `${reportId} ${number}`,
      valuesHash(parseStoredValues(values)),
    ]),
  );
  return vouching
    .filter(({ reportId, version, details }) => hashes.get(`${reportId} ${version}`) !== details['values'])
    .map(({ id, chain, sequence, version }) => ({
      kind: 'EDITED',
      chain,
      sequence,
      entry: id,
      message: `链 ${chain} 第 ${sequence} 条（${id}）记下的第 ${version} 版的数字与库中的不同：库中的数字被改动或删除过。`,
    }));
}
