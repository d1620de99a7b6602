import type { EntityManager } from 'typeorm';
import type { Form } from '../../forms/form.js';
import { computedOnce } from '../../database/distribution/computedOnce.js';
import { currentVersions, reportsOf } from './currentVersions.js';
import type { SumRequest } from './addends.js';

/** Which of these cells (by position) at least one of the reports on a form has filled in, be it with zero. */
export async function filledCells(
  manager: EntityManager,
  request: SumRequest,
  form: Form,
  positions: readonly number[],
): Promise<ReadonlySet<number>> {
  if (positions.length === 0) return new Set();
  const conditions = reportsOf(request).add((parameter) => `version.form_id = ${parameter}::text`, form.id);
  const filled = positions.map((position) => `bool_or(marks[${position + 1}] <> 0)`);
  const [row] = await manager.query<{ filled: (boolean | null)[] }[]>(
    `SELECT ARRAY[${filled.join(', ')}] AS filled
     FROM ${computedOnce(
       manager,
       'array_replace(array_replace(version."values", 0::bigint, 1::bigint), NULL, 0::bigint) AS marks',
       `${currentVersions} ${conditions.sql}`,
     )} AS reports`,
    conditions.parameters,
  );
  return new Set(positions.filter((_, index) => row?.filled[index] === true));
}
