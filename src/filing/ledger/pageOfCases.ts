import type { EntityManager } from 'typeorm';
import type { CellKey } from '../../cells.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import { cursorOf, parseCursor } from '../lists/cursor.js';
import { pieceOf, type Page, type PageRequest } from '../lists/page.js';
import { casesBehind, type LedgerHead } from './loadLedger.js';

/** A page of the cases behind a cell, or of all, by number. */
export async function pageOfCases(
  manager: EntityManager,
  ledger: LedgerHead,
  cell: CellKey | null,
  page: PageRequest,
): Promise<Page<LedgerCase>> {
  const cases = await casesBehind(manager, ledger, cell);
  const behind = numberOf(page.after, 'after');
  const before = numberOf(page.before, 'before');
  const rest = cases.filter(
    ({ number }) =>
      (behind === null || isAfter(number, behind)) && (before === null || isAfter(before, number)),
  );
  const { rows, ...ends } = pieceOf(page.isFromEnd === true ? rest.reverse() : rest, page);
  return {
    items: rows.map((item) => ({ cursor: cursorOf([item.number]), item })),
    ...ends,
    countAll: () => Promise.resolve(cases.length),
  };
}

function numberOf(cursor: string | null | undefined, argument: 'after' | 'before'): string | null {
  if (cursor == null) return null;
  const [number] = parseCursor(cursor, ['text'], argument);
  return String(number);
}

/** In the order of the database, byte by byte. */
function isAfter(number: string, other: string): boolean {
  return Buffer.compare(Buffer.from(number), Buffer.from(other)) > 0;
}
