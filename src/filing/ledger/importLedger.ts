import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { Ledger } from '../../../entities/ledger/Ledger.js';
import { LedgerVersion } from '../../../entities/ledger/LedgerVersion.js';
import { StoredCase } from '../../../entities/ledger/StoredCase.js';
import type { FileDraft } from '../../../importers/draft/draft.js';
import type { ConfirmedWords } from '../../../importers/ledger/words/confirmedWords.js';
import type { Form } from '../../forms/form.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import { isError } from '../../problems/problem.js';
import { dayInChina } from '../../season/chinaDay.js';
import type { ImportStatus } from '../../words/importStatuses.js';
import type { Actor } from '../access/actor.js';
import { requireReach } from '../access/reach.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { appendAudit, type AuditEvent } from '../audit/appendAudit.js';
import { insertRows } from '../insertRows.js';
import { sha256 } from '../sha256.js';
import { calendarOf } from './calendarOf.js';
import { judgeLedger, type LedgerDocument } from './ledgerDocument.js';
import { rememberWords } from './ledgerWords.js';
import { currentCases, saysTheSame, storedCase } from './storedCases.js';
import { newId } from '../newId.js';

/** A ledger that was read, and whose it is. */
export interface LedgerToImport {
  readonly agency: Agency;
  readonly year: number;
  readonly form: Form;
  readonly fileName: string;
  /** Of the bytes: all that is kept of the file. */
  readonly sha256: string;
  readonly draft: FileDraft;
  /** The words it was read with; remembered for the office. */
  readonly words: ConfirmedWords;
  readonly dryRun: boolean;
}

/** Which cases came, went and changed, by their numbers. */
export interface CaseChanges {
  readonly came: readonly string[];
  readonly went: readonly string[];
  readonly changed: readonly string[];
}

export interface LedgerOutcome extends LedgerDocument {
  /** null when there is no such agency. */
  readonly agencyCode: string | null;
  readonly year: number;
  readonly status: ImportStatus;
  readonly sha256: string;
  /** The version stored, or the current one; null when there is none. */
  readonly version: number | null;
  readonly diff: CaseChanges;
}

/** Rows stored with one statement. */
const batch = 20_000;

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
  const diff = isRefused ? nothing : changesBetween(before, cases);
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
  const version = await storeVersion(manager, actor, { at, request, ledger, read: { cases, diff } });
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

const nothing: CaseChanges = { came: [], went: [], changed: [] };

function changesBetween(before: readonly LedgerCase[], after: readonly LedgerCase[]): CaseChanges {
  const old = new Map(before.map((one) => [one.number, one]));
  const numbers = new Set(after.map(({ number }) => number));
  return {
    came: after.filter(({ number }) => !old.has(number)).map(({ number }) => number),
    went: before.filter(({ number }) => !numbers.has(number)).map(({ number }) => number),
    changed: after
      .filter((one) => {
        const known = old.get(one.number);
        return known !== undefined && !saysTheSame(known, one);
      })
      .map(({ number }) => number),
  };
}

async function storeVersion(
  manager: EntityManager,
  actor: Actor,
  {
    at,
    request: { agency, year, form, sha256: digest, words },
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
  if (ledger) await manager.update(Ledger, { id }, head);
  else await manager.insert(Ledger, head);
  await manager.insert(LedgerVersion, {
    ledgerId: id,
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
      `UPDATE ledger_case SET to_version = $2 WHERE ledger_id = $1 AND to_version IS NULL
         AND number = ANY($3::text[])`,
      [id, version, closed],
    );
  const fresh = new Set([...diff.came, ...diff.changed]);
  const rows = cases.filter(({ number }) => fresh.has(number)).map((one) => storedCase(one, id, version));
  for (let from = 0; from < rows.length; from += batch)
    await insertRows(manager, StoredCase, rows.slice(from, from + batch));
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
