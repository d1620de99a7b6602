import type { EntityManager } from 'typeorm';
import type { CellKey } from '../../cells.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import { cursorOf, parseCursor } from '../lists/cursor.js';
import type { Page, PageRequest } from '../lists/page.js';
import { casesBehind, type LedgerHead } from './loadLedger.js';

/** A page of the cases behind a cell, or of all, by number. */
export async function pageOfCases(
  manager: EntityManager,
  ledger: LedgerHead,
  cell: CellKey | null,
  { first, after }: PageRequest,
): Promise<Page<LedgerCase>> {
  const cases = await casesBehind(manager, ledger, cell);
  const [behind] = after == null ? [] : parseCursor(after, ['text']);
  const rest = behind === undefined ? cases : cases.filter(({ number }) => isAfter(number, String(behind)));
  return {
    items: rest.slice(0, first).map((item) => ({ cursor: cursorOf([item.number]), item })),
    hasNextPage: rest.length > first,
    countAll: () => Promise.resolve(cases.length),
  };
}

/** In the order of the database, byte by byte. */
function isAfter(number: string, other: string): boolean {
  return Buffer.compare(Buffer.from(number), Buffer.from(other)) > 0;
}
