import type { EntityManager } from 'typeorm';
import { Ledger } from '../../../entities/ledger/Ledger.js';
import { LedgerVersion } from '../../../entities/ledger/LedgerVersion.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { newId } from '../newId.js';
import { sha256 } from '../sha256.js';
import type { CaseChanges } from './caseChanges.js';
import type { LedgerToImport } from './LedgerToImport.js';
import { insertCases } from './storedCases.js';

/** Stores the cases that came and those that changed, and closes those that no longer stand so. */
export async function storeLedgerVersion(
  manager: EntityManager,
  actor: Actor,
  {
    at,
    request: { agency, year, form, sha256: digest, words, signal, onStored },
    ledger,
    read: { cases, diff },
  }: {
    readonly at: Date;
    readonly request: LedgerToImport;
    readonly ledger: Ledger | null;
    readonly read: { readonly cases: readonly LedgerCase[]; readonly diff: CaseChanges };
  },
): Promise<number> {
  const id = ledger?.id ?? newId();
  const version = (ledger?.version ?? 0) + 1;
  const head: Ledger = { id, agencyId: agency.id, year, version, formId: form.id, changedAt: at };
  const { agencyId, formId, changedAt } = head;
  if (ledger) await manager.update(Ledger, { id, agencyId }, { version, formId, changedAt });
  else await manager.insert(Ledger, head);
  await manager.insert(LedgerVersion, {
    ledgerId: id,
    agencyId,
    number: version,
    sha256: digest,
    wordsHash: sha256(JSON.stringify(words)),
    cases: cases.length,
    came: diff.came.length,
    went: diff.went.length,
    changed: diff.changed.length,
    createdAt: at,
    createdBy: actor.name,
  });
  const closed = [...diff.went, ...diff.changed];
  if (closed.length > 0)
    await manager.query(
      `UPDATE ledger_case SET to_version = $2 WHERE ledger_id = $1 AND agency_id = $4 AND to_version IS NULL
         AND number = ANY($3::text[])`,
      [id, version, closed, agencyId],
    );
  const fresh = new Set([...diff.came, ...diff.changed]);
  await insertCases(
    manager,
    { ledgerId: id, agencyId, version, signal, onStored },
    cases.filter(({ number }) => fresh.has(number)),
  );
  await appendAudit(manager, actor, at, [
    {
      chain: agency.id,
      action: 'LEDGER_IMPORTED',
      reason: null,
      agencyId: agency.id,
      reportId: null,
      version,
      changes: [],
      details: {
        ...{ year, sha256: digest, cases: cases.length },
        ...{ came: diff.came.length, went: diff.went.length, changed: diff.changed.length },
      },
    },
  ]);
  return version;
}
