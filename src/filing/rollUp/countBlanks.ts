import type { EntityManager } from 'typeorm';
import type { Form } from '../../forms/form.js';
import { currentVersions, reportsOf } from './currentVersions.js';
import type { SumRequest } from './addends.js';

/** How many cells of the reports added up on a form are blank: so much may be missing from the sum. */
export async function countBlanks(manager: EntityManager, request: SumRequest, form: Form): Promise<number> {
  const conditions = reportsOf(request).add((parameter) => `version.form_id = ${parameter}::text`, form.id);
  const blanks = 'cardinality(version."values") - cardinality(array_remove(version."values", NULL))';
  const [row] = await manager.query<{ blanks: number }[]>(
    `SELECT coalesce(sum(${blanks}), 0)::int AS blanks ${currentVersions} ${conditions.sql}`,
    conditions.parameters,
  );
  return row?.blanks ?? 0;
}
