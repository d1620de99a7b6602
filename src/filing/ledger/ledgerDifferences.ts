import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { CellKey } from '../../cells.js';
import type { Numbers } from '../../checks/check.js';
import { cellsOfCase, countCells } from '../../ledger/countCells.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import { shownValue } from '../reports/compareCells.js';
import { ledgerOf } from './loadLedger.js';
import { currentCases } from './storedCases.js';

/** A cell that was typed otherwise than it is counted, with the cases counted in it. */
export interface LedgerDifference {
  readonly cell: CellKey;
  /** null: blank. */
  readonly typed: string | null;
  readonly counted: string;
  readonly cases: readonly LedgerCase[];
}

/** 三 and 四 of a report beside what its ledger counts; null when there is no ledger. */
export async function ledgerDifferences(
  manager: EntityManager,
  agency: Agency,
  report: Numbers & { readonly year: number },
): Promise<readonly LedgerDifference[] | null> {
  const ledger = await ledgerOf(manager, agency, report.year);
  if (!ledger || ledger.formId !== report.form.id) return null;
  const cases = await currentCases(manager, ledger.id);
  const { form, year } = ledger;
  const differing = [...countCells(form, cases, year)]
    .map(([cell, count]) => ({ cell, typed: shownValue(report, cell), counted: String(count) }))
    .filter(({ typed, counted }) => typed !== counted);
  const behind = new Map<CellKey, LedgerCase[]>(differing.map(({ cell }) => [cell, []]));
  for (const one of cases) for (const cell of cellsOfCase(form, one, year)) behind.get(cell)?.push(one);
  return differing.map((each) => ({ ...each, cases: behind.get(each.cell) ?? [] }));
}
