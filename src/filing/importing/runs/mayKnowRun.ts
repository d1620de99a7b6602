import type { EntityManager } from 'typeorm';
import type { ImportRun } from '../../../../entities/importing/ImportRun.js';
import type { Actor } from '../../access/actor.js';

/**
 * An import holds what its files say of any agency, also what was refused: it is known to whoever sent it,
 * and to those whose scope opens every agency in it. That of a ledger, to those who answer for its office.
 */
export async function mayKnowRun(
  manager: EntityManager,
  { name, scope }: Pick<Actor, 'name' | 'scope'>,
  { id, actor }: Pick<ImportRun, 'id' | 'actor'>,
): Promise<boolean> {
  if (scope === null || actor === name) return true;
  const found = await manager.query<{ known: boolean | null }[]>(
    `SELECT bool_and(coalesce(starts_with(agency.path, $2::text), false)) AS known
     FROM import_file AS file
     JOIN import_report AS report ON report.file_id = file.id
     LEFT JOIN agency ON agency.code = report.agency
     WHERE file.run_id = $1
     UNION ALL
     SELECT true FROM import_run AS run JOIN agency ON agency.code = run.options->>'agency'
     WHERE run.id = $1 AND run.cases_read IS NOT NULL AND starts_with(agency.path, $2::text)`,
    [id, scope.path],
  );
  return found.some(({ known }) => known === true);
}
