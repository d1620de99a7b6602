import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { Ledger } from '../../../entities/ledger/Ledger.js';
import { isError } from '../../problems/problem.js';
import { dayInChina } from '../../season/chinaDay.js';
import type { ImportStatus } from '../../words/importStatuses.js';
import type { Actor } from '../access/actor.js';
import { requireReach } from '../access/reach.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { appendAudit, type AuditEvent } from '../audit/appendAudit.js';
import { calendarOf } from './calendarOf.js';
import { changesBetween, noChanges, type CaseChanges } from './caseChanges.js';
import { judgeLedger, type LedgerDocument } from './ledgerDocument.js';
import { rememberWords } from './ledgerWords.js';
import type { LedgerToImport } from './LedgerToImport.js';
import { storeLedgerVersion } from './storeLedgerVersion.js';
import { currentCases } from './storedCases.js';
import type { Sha256 } from '../../brands/brands.js';

export interface LedgerOutcome extends LedgerDocument {
  /** null when there is no such agency. */
  readonly agencyCode: string | null;
  readonly year: number;
  readonly status: ImportStatus;
  readonly sha256: Sha256;
  /** The version stored, or the current one; null when there is none. */
  readonly version: number | null;
  readonly diff: CaseChanges;
}

/** Puts the cases of a ledger in the place of those of its year, as a new version. The same bytes change nothing. */
export async function importLedger(
  manager: EntityManager,
  actor: Actor,
  request: LedgerToImport,
  at = new Date(),
): Promise<LedgerOutcome> {
  const { agency, year, form, draft, words, dryRun } = request;
  requireReach(actor, agency);
  if (!dryRun) await lockAgencies(manager, [agency.id]);
  const calendar = await calendarOf(manager, agency);
  const { document, cases } = judgeLedger(request.fileName, draft, {
    ...{ year, form, calendar },
    today: dayInChina(at),
  });
  const ledger = await manager.findOneBy(Ledger, { agencyId: agency.id, year });
  const before = ledger ? await currentCases(manager, ledger.id) : [];
  const isRefused = !draft.ledger || document.problems.some(isError);
  const diff = isRefused ? noChanges : changesBetween(before, cases);
  const outcome = {
    ...document,
    agencyCode: agency.code,
    year,
    sha256: request.sha256,
    version: ledger?.version ?? null,
    diff,
  };
  if (!dryRun && draft.ledger) await rememberWords(manager, agency.id, { words, at, by: actor.name });
  const idle = (action: 'REFUSED' | 'IMPORT_UNCHANGED', code: string | null) =>
    dryRun ? [] : appendAudit(manager, actor, at, [idleImport(agency, year, action, code)]);
  if (isRefused) {
    await idle('REFUSED', document.problems.find(isError)?.code ?? null);
    return { ...outcome, status: 'REJECTED' };
  }
  const isSame = ledger !== null && Object.values(diff).every(({ length }) => length === 0);
  if (isSame) {
    await idle('IMPORT_UNCHANGED', null);
    return { ...outcome, status: 'UNCHANGED' };
  }
  if (dryRun) return { ...outcome, status: 'DRY_RUN' };
  const version = await storeLedgerVersion(manager, actor, { at, request, ledger, read: { cases, diff } });
  return { ...outcome, status: 'STORED', version };
}

/** An import that stored nothing: the ledger is as it was before. */
function idleImport(
  { id }: Agency,
  year: number,
  action: 'REFUSED' | 'IMPORT_UNCHANGED',
  code: string | null,
): AuditEvent {
  const details = { operation: 'POST /ledgers', year, ...(code !== null && { code }) };
  return {
    chain: id,
    action,
    reason: null,
    agencyId: id,
    reportId: null,
    version: null,
    changes: [],
    details,
  };
}
