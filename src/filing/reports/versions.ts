import type { EntityManager } from 'typeorm';
import { findCell, formatValue, type CellKey, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { isDistributed } from '../../database/distribution/distributed.js';
import { versionsApart, type Moment } from './asOfApart.js';
import { textOf, versionCells } from './reportRows.js';
import { storedForm } from './storedForm.js';
import type { VersionCells, VersionText } from './storedReport.js';
import { parseStoredValues } from './storedValues.js';
import type { Id } from '../../brands/brands.js';

type Stored<Version> = Omit<Version, 'form' | 'values'> & { formId: string };
export type CellsRow = Stored<VersionCells> & VersionText & { values: string };

export async function loadVersion(
  manager: EntityManager,
  reportId: Id<'Report'>,
  number: number,
): Promise<VersionCells | null> {
  const [row] = await manager.query<CellsRow[]>(
    `SELECT ${versionCells} FROM report_version AS version WHERE report_id = $1 AND number = $2`,
    [reportId, number],
  );
  return row ? versionOf(row) : null;
}

/** The versions that were current at moments, in the order asked for; null before the first. One query. */
export async function loadVersionsAsOf(
  manager: EntityManager,
  moments: readonly Moment[],
): Promise<(VersionCells | null)[]> {
  if (isDistributed(manager.dataSource)) {
    const found = await versionsApart<CellsRow>(manager, moments, versionCells);
    return found.map((row) => row && versionOf(row));
  }
  const rows = await manager.query<(CellsRow & { place: number })[]>(
    `SELECT asked.place::int AS place, ${versionCells}
     FROM unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY AS asked(report_id, at, place)
     CROSS JOIN LATERAL (SELECT * FROM report_version
       WHERE report_version.report_id = asked.report_id AND created_at <= asked.at
         -- A clock may have run back: no version was current before the one it follows.
         AND NOT EXISTS (SELECT FROM report_version AS earlier
           WHERE earlier.report_id = asked.report_id AND earlier.number < report_version.number
             AND earlier.created_at > asked.at)
       ORDER BY number DESC LIMIT 1) AS version`,
    [moments.map(({ reportId }) => reportId), moments.map(({ at }) => at.toISOString())],
  );
  const found = new Map(rows.map((row) => [row.place, row]));
  return moments.map((_, index) => {
    const row = found.get(index + 1);
    return row ? versionOf(row) : null;
  });
}

/** The version that was current at a moment; null before the first. */
export async function loadVersionAsOf(
  manager: EntityManager,
  reportId: Id<'Report'>,
  at: Date,
): Promise<VersionCells | null> {
  const [version = null] = await loadVersionsAsOf(manager, [{ reportId, at }]);
  return version;
}

export interface CellChange {
  readonly key: CellKey;
  readonly before: string | null;
  readonly after: string | null;
  /** The version that made the change. */
  readonly version: number;
}

/** How cells of reports came to their values, by report and cell, oldest change first. One query. */
export async function historiesOf(
  manager: EntityManager,
  cells: readonly { readonly reportId: Id<'Report'>; readonly key: CellKey }[],
): Promise<Map<string, Map<CellKey, CellChange[]>>> {
  const asked = new Map<string, CellKey[]>();
  for (const { reportId, key } of cells) asked.set(reportId, [...(asked.get(reportId) ?? []), key]);
  const rows = await manager.query<
    { reportId: Id<'Report'>; number: number; formId: string; values: string }[]
  >(
    `SELECT report_id AS "reportId", number, form_id AS "formId", "values"::text AS "values" FROM report_version
     WHERE report_id = ANY($1::uuid[]) ORDER BY report_id, number`,
    [[...asked.keys()]],
  );
  const versions = new Map<string, NumberedValues[]>();
  for (const { reportId, number, formId, values } of rows) {
    const version = { number, form: storedForm(formId), values: parseStoredValues(values) };
    const known = versions.get(reportId);
    if (known) known.push(version);
    else versions.set(reportId, [version]);
  }
  return new Map(
    [...asked].map(([reportId, keys]) => [
      reportId,
      new Map(keys.map((key) => [key, changesOf(versions.get(reportId) ?? [], key)])),
    ]),
  );
}

/** How cells of one report came to their values. */
export async function historyOf(
  manager: EntityManager,
  reportId: Id<'Report'>,
  keys: readonly CellKey[],
): Promise<Map<CellKey, CellChange[]>> {
  const found = await historiesOf(
    manager,
    keys.map((key) => ({ reportId, key })),
  );
  return found.get(reportId) ?? new Map();
}

interface NumberedValues {
  readonly number: number;
  readonly form: Form;
  readonly values: Values;
}

function changesOf(versions: readonly NumberedValues[], key: CellKey): CellChange[] {
  const changes: CellChange[] = [];
  let before: string | null = null;
  for (const { number, form, values } of versions) {
    const after = shownValue(form, values, key);
    if (after !== before) changes.push({ key, before, after, version: number });
    before = after;
  }
  return changes;
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
