import type { EntityManager } from 'typeorm';
import { cellsOf, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { forms } from '../../forms/index.js';
import { computedOnce } from '../../database/distribution/computedOnce.js';
import { storedForm } from '../reports/storedForm.js';
import type { Conditions } from '../lists/listQuery.js';
import { addends, type SumRequest } from './addends.js';
import { currentVersions, reportsOf } from './currentVersions.js';
import { filledCells } from './filledCells.js';

/** The sum of the reports on one form, cell by cell. */
export interface FormSum {
  readonly form: Form;
  /** How many reports it is the sum of. */
  readonly filed: number;
  /** Exact, however large; a blank cell adds nothing; null where every report is blank. */
  readonly values: Values;
}

export interface RollUp {
  readonly request: SumRequest;
  /** How many agencies should file. */
  readonly expected: number;
  /** How many have. */
  readonly filed: number;
  /** A sum for each form used; reports on different forms are not added up. */
  readonly sums: readonly FormSum[];
}

const mostCells = Math.max(...forms.map((form) => cellsOf(form).length));

/** `sum` of a bigint is a `numeric`: it has no largest value. */
const sums = Array.from({ length: mostCells }, (_, index) => `sum(filled[${index + 1}])::text`);

/**
 * The values are unpacked once a report, not once a cell; and
 * without blanks among them each is found by its place alone. That is ten times as fast.
 */
const sumsOfForms = (manager: EntityManager, conditions: Conditions) => `
  SELECT "formId", count(*)::int AS filed, ARRAY[${sums.join(', ')}] AS sums
  FROM ${computedOnce(
    manager,
    'version.form_id AS "formId", array_replace(version."values", NULL, 0::bigint) AS filled',
    `${currentVersions} ${conditions.sql}`,
  )} AS reports
  GROUP BY "formId" ORDER BY "formId"`;

/** 汇总: the sum of the current reports below an agency, cell by cell. */
export async function sumReports(manager: EntityManager, request: SumRequest): Promise<RollUp> {
  const agencies = addends(request);
  const [counted] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM agency${agencies.sql}`,
    agencies.parameters,
  );
  const conditions = reportsOf(request);
  const rows = await manager.query<{ formId: string; filed: number; sums: (string | null)[] }[]>(
    sumsOfForms(manager, conditions),
    conditions.parameters,
  );
  const found: FormSum[] = [];
  for (const { formId, filed, sums: texts } of rows) {
    const form = storedForm(formId);
    const values = cellsOf(form).map(({ position }) => BigInt(texts[position] ?? 0));
    // A cell that all left blank comes to zero as well.
    const zeros = values.flatMap((sum, position) => (sum === 0n ? [position] : []));
    const filled = await filledCells(manager, request, form, zeros);
    const isBlank = (sum: bigint, position: number) => sum === 0n && !filled.has(position);
    found.push({
      form,
      filed,
      values: values.map((sum, position) => (isBlank(sum, position) ? null : sum)),
    });
  }
  return {
    request,
    expected: counted?.count ?? 0,
    filed: found.reduce((total, { filed }) => total + filed, 0),
    sums: found,
  };
}
