import type { EntityManager } from 'typeorm';
import { findCell, formatValue, type CellKey, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { textOf, versionCells } from './reportRows.js';
import { storedForm } from './storedForm.js';
import type { VersionCells, VersionText } from './storedReport.js';
import { parseStoredValues } from './storedValues.js';

type Stored<Version> = Omit<Version, 'form' | 'values'> & { formId: string };
export type CellsRow = Stored<VersionCells> & VersionText & { values: string };

export async function loadVersion(
  manager: EntityManager,
  reportId: string,
  number: number,
): Promise<VersionCells | null> {
  const [row] = await manager.query<CellsRow[]>(
    `SELECT ${versionCells} FROM report_version AS version WHERE report_id = $1 AND number = $2`,
    [reportId, number],
  );
  return row ? versionOf(row) : null;
}

/** The version that was current at a moment; null before the first. */
export async function loadVersionAsOf(
  manager: EntityManager,
  reportId: string,
  at: Date,
): Promise<VersionCells | null> {
  const [row] = await manager.query<CellsRow[]>(
    `SELECT ${versionCells} FROM report_version AS version
     WHERE report_id = $1 AND created_at <= $2::timestamptz ORDER BY number DESC LIMIT 1`,
    [reportId, at.toISOString()],
  );
  return row ? versionOf(row) : null;
}

export interface CellChange {
  readonly key: CellKey;
  readonly before: string | null;
  readonly after: string | null;
  /** The version that made the change. */
  readonly version: number;
}

/** How cells came to their values, oldest change first. One query, however many cells. */
export async function historyOf(
  manager: EntityManager,
  reportId: string,
  keys: readonly CellKey[],
): Promise<Map<CellKey, CellChange[]>> {
  const rows = await manager.query<{ number: number; formId: string; values: string }[]>(
    `SELECT number, form_id AS "formId", "values"::text AS "values" FROM report_version
     WHERE report_id = $1 ORDER BY number`,
    [reportId],
  );
  const versions = rows.map(({ number, formId, values }) => ({
    number,
    form: storedForm(formId),
    values: parseStoredValues(values),
  }));
  return new Map(
    keys.map((key) => {
      const changes: CellChange[] = [];
      let before: string | null = null;
      for (const { number, form, values } of versions) {
        const after = shownValue(form, values, key);
        if (after !== before) changes.push({ key, before, after, version: number });
        before = after;
      }
      return [key, changes];
    }),
  );
}

function shownValue(form: Form, values: Values, key: CellKey): string | null {
  const cell = findCell(form, key);
  const value = cell && values[cell.position];
  return cell && value != null ? formatValue(cell.column, value) : null;
}

export function versionOf(row: CellsRow): VersionCells {
  const { id, reportId, number, formId, values, correctedCells, createdAt, createdBy } = row;
  const numbers = { form: storedForm(formId), values: parseStoredValues(values) };
  return { id, reportId, number, ...numbers, createdAt, createdBy, correctedCells, ...textOf(row, numbers) };
}
