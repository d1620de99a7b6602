import type { EntityManager } from 'typeorm';
import type { ReportStatus } from '../../../entities/ReportStatus.js';
import { cellsOf, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { forms } from '../../forms/index.js';
import { storedForm } from '../storedForm.js';
import { addends, type RollUpRequest } from './addends.js';

export interface SumRequest extends RollUpRequest {
  /** Only reports that stand here; all when left out. */
  readonly statuses?: readonly ReportStatus[] | null;
}

/** The sum of the reports on one form, cell by cell. */
export interface FormSum {
  readonly form: Form;
  /** How many reports it is the sum of. */
  readonly filed: number;
  /** How many of their cells are blank; a blank cell adds nothing. */
  readonly blanks: number;
  /** Exact, however large; null where every report is blank. */
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

/** `sum` of an element is a `numeric`: it has no largest value. */
const sums = Array.from({ length: mostCells }, (_, index) => `sum(version."values"[${index + 1}])::text`);

/** 汇总: the sum of the current reports below an agency, cell by cell, in one statement. */
export async function sumReports(manager: EntityManager, request: SumRequest): Promise<RollUp> {
  const conditions = addends(request);
  const [counted] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM agency${conditions.sql}`,
    [...conditions.parameters],
  );
  conditions
    .add((parameter) => `report.year = ${parameter}::int`, request.year)
    .add((parameter) => `report.status = ANY(${parameter}::text[])`, request.statuses);
  const rows = await manager.query<
    { formId: string; filed: number; blanks: string; sums: (string | null)[] }[]
  >(
    `SELECT version.form_id AS "formId", count(*)::int AS filed,
       sum(cardinality(version."values") - cardinality(array_remove(version."values", NULL)))::text AS blanks,
       ARRAY[${sums.join(', ')}] AS sums
     FROM agency
     JOIN report ON report.agency_id = agency.id
     JOIN report_version AS version ON version.report_id = report.id AND version.number = report.version
     ${conditions.sql} GROUP BY version.form_id ORDER BY version.form_id`,
    conditions.parameters,
  );
  const found = rows.map(({ formId, filed, blanks, sums: texts }): FormSum => {
    const form = storedForm(formId);
    return {
      form,
      filed,
      blanks: Number(blanks),
      values: cellsOf(form).map(({ position }) => {
        const text = texts[position] ?? null;
        return text === null ? null : BigInt(text);
      }),
    };
  });
  return {
    request,
    expected: counted?.count ?? 0,
    filed: found.reduce((total, { filed }) => total + filed, 0),
    sums: found,
  };
}
