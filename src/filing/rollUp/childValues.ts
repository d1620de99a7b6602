import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { findCell, formatValue, type CellKey } from '../../cells.js';
import { agencyColumns, agencyOf } from '../agencies/agencyRows.js';
import { listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import { storedForm } from '../reports/storedForm.js';
import { currentVersions, reportsOf } from './currentVersions.js';
import type { SumRequest } from './addends.js';

/** What one agency adds to a cell of a sum. */
export interface ChildValue {
  readonly agency: Agency;
  readonly year: number;
  /** Canonical decimal string; null when it left the cell blank, or its form has no such cell. */
  readonly value: string | null;
  readonly form: string;
}

/** 差额表, one cell: what each agency behind a sum reported, by code. */
export async function childValues(
  manager: EntityManager,
  request: SumRequest,
  key: CellKey,
  page: PageRequest,
): Promise<Page<ChildValue>> {
  return listByKeys(
    manager,
    {
      select: (alsoSelected) => `SELECT ${agencyColumns}, version.form_id AS "formId",
          version."values"::text[] AS "values"${alsoSelected}
        ${currentVersions}`,
      conditions: reportsOf(request),
      order: [{ sql: 'agency.code', type: 'text' }],
    },
    page,
    (row: { formId: string; values: (string | null)[] }): ChildValue => {
      const form = storedForm(row.formId);
      const cell = findCell(form, key);
      const text = cell && row.values[cell.position];
      return {
        agency: agencyOf(row),
        year: request.year,
        form: form.id,
        value: cell && text != null ? formatValue(cell.column, BigInt(text)) : null,
      };
    },
  );
}
