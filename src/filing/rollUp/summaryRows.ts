import type { EntityManager } from 'typeorm';
import type { Form } from '../../forms/form.js';
import { parseStoredValues } from '../reports/storedValues.js';
import type { Values } from '../../cells.js';
import { currentVersions, reportsOf } from './currentVersions.js';
import type { SumRequest } from './addends.js';

/** A line of a 汇总表 before it is printed. */
export interface FiledRow {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly values: Values;
}

const rowsAtOnce = 500;

/** The reports behind a sum on one form, by code, some hundred at a time. */
export async function* summaryRows(
  manager: EntityManager,
  request: SumRequest,
  form: Form,
): AsyncGenerator<FiledRow> {
  let after: string | null = null;
  for (;;) {
    const conditions = reportsOf(request)
      .add((parameter) => `version.form_id = ${parameter}::text`, form.id)
      .add((parameter) => `agency.code > ${parameter}::text`, after);
    const rows: { code: string; name: string; values: string }[] = await manager.query(
      `SELECT agency.code, agency.name, version."values"::text AS "values"
       ${currentVersions}
       ${conditions.sql} ORDER BY agency.code LIMIT ${rowsAtOnce}`,
      conditions.parameters,
    );
    for (const { code, name, values } of rows)
      yield { code, name, year: request.year, values: parseStoredValues(values) };
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = last.code;
  }
}
