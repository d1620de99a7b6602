import type { EntityManager } from 'typeorm';
import { ReportVersion } from '../../../entities/reports/ReportVersion.js';
import { isDistributed } from '../../database/distribution/distributed.js';
import { insertion } from '../insertRows.js';
import { toJson } from '../storable.js';
import type { VersionsToWrite } from './VersionsToWrite.js';
import { writeVersionsApart } from './writeVersionsApart.js';

/**
 * In one statement: versions, the reports they make current, and that the consolidated reports they are part of
 * are due to be checked again. The version counted up is the guard: whoever saw an older one changes nothing.
 */
export async function writeVersions(manager: EntityManager, given: VersionsToWrite): Promise<void> {
  if (isDistributed(manager.dataSource)) return writeVersionsApart(manager, given);
  const { versions, reports, keys } = given;
  const { sql, json } = insertion(manager, ReportVersion, versions, '$2');
  const [counted] = await manager.query<{ changed: number }[]>(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS given(id uuid, version int, "changedAt" timestamptz,
         findings jsonb, "errorCount" int, "explainCount" int, "ruleSet" text, "checkedAt" timestamptz,
         "checkCause" text)),
     due AS (
       SELECT DISTINCT report.id FROM unnest($3::uuid[], $4::int[]) AS changed(agency_id, year)
       JOIN agency AS child ON child.id = changed.agency_id
       JOIN agency AS parent ON parent.id = child.parent_id AND parent.consolidates
       JOIN report ON report.agency_id = parent.id AND report.year = changed.year),
     updated AS (
       UPDATE report SET version = given.version, changed_at = given."changedAt", findings = given.findings,
         error_count = given."errorCount", explain_count = given."explainCount", rule_set = given."ruleSet",
         checked_at = given."checkedAt", check_cause = given."checkCause",
         stale = report.id IN (SELECT id FROM due)
       FROM given WHERE report.id = given.id AND report.version = given.version - 1 RETURNING report.id),
     parents AS (
       UPDATE report SET stale = true FROM due
       WHERE report.id = due.id AND NOT report.stale AND report.id NOT IN (SELECT id FROM given)),
     inserted AS (${sql})
     SELECT count(*)::int AS changed FROM updated`,
    [...[toJson(reports), json], ...[keys.map(({ agencyId }) => agencyId), keys.map(({ year }) => year)]],
  );
  if (counted?.changed !== reports.length)
    throw new Error('a report was changed although its agency is locked');
}
