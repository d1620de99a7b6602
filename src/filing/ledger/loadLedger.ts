import type { CellKey } from '../../cells.js';
import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Ledger } from '../../../entities/ledger/Ledger.js';
import type { LedgerVersion } from '../../../entities/ledger/LedgerVersion.js';
import type { Form } from '../../forms/form.js';
import { formById } from '../../forms/index.js';
import { cellsOfCase } from '../../ledger/countCells.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import type { Actor } from '../access/actor.js';
import { agencyInScope } from '../agencies/agencyInScope.js';
import { currentCases } from './storedCases.js';
import type { Id } from '../../brands/brands.js';

/** A ledger with whose it is. */
export interface LedgerHead extends Ledger {
  readonly agency: Agency;
  readonly form: Form;
}

/** The ledger of an agency in the scope of the actor; null when it has none for the year. */
export async function loadLedger(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  code: string,
  year: number,
): Promise<LedgerHead | null> {
  const agency = await agencyInScope(manager, actor, code);
  return ledgerOf(manager, agency, year);
}

export async function ledgerOf(
  manager: EntityManager,
  agency: Agency,
  year: number,
): Promise<LedgerHead | null> {
  const [row] = await manager.query<Ledger[]>(
    `SELECT id, agency_id AS "agencyId", year, version, form_id AS "formId", changed_at AS "changedAt"
     FROM ledger WHERE agency_id = $1 AND year = $2`,
    [agency.id, year],
  );
  if (!row) return null;
  const form = formById(row.formId);
  if (!form) throw new Error(`a ledger is kept for the form ${row.formId}, which does not exist`);
  return { ...row, agency, form };
}

/** The versions of a ledger, the latest first. */
export function ledgerVersions(manager: EntityManager, ledgerId: Id<'Ledger'>): Promise<LedgerVersion[]> {
  return manager.query<LedgerVersion[]>(
    `SELECT number, sha256, cases, came, went, changed, created_at AS "createdAt", created_by AS "createdBy"
     FROM ledger_version WHERE ledger_id = $1 ORDER BY number DESC`,
    [ledgerId],
  );
}

/** The cases behind a cell, or all; by number. */
export async function casesBehind(
  manager: EntityManager,
  { id, form, year }: LedgerHead,
  cell: CellKey | null,
): Promise<readonly LedgerCase[]> {
  const cases = await currentCases(manager, id);
  return cell === null ? cases : cases.filter((one) => cellsOfCase(form, one, year).includes(cell));
}
