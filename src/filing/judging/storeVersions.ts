import type { EntityManager } from 'typeorm';
import type { AuditAction } from '../../../entities/audit/AuditEntry.js';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import { Report } from '../../../entities/reports/Report.js';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import type { ReportVersion } from '../../../entities/reports/ReportVersion.js';
import type { CellKey } from '../../cells.js';
import { ruleSet } from '../../checks/ruleSet.js';
import type { Finding, Numbers } from '../../checks/check.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import type { CurrentReport, ReportIndex, ReportKey } from '../reports/currentReports.js';
import type { CellDifference } from '../reports/compareCells.js';
import { insertRows } from '../insertRows.js';
import { judgeAgain, judgement } from './judgeAgain.js';
import { writeVersions } from './writeVersions.js';
import type { VersionText } from '../reports/storedReport.js';
import type { StoredText } from '../reports/storedText.js';
import { valuesHash } from '../reports/valuesHash.js';
import type { Id } from '../../brands/brands.js';
import { newId } from '../newId.js';

/** The next version of a report, judged and ready to be stored. */
export interface NewVersion extends ReportKey, Numbers, Omit<VersionText, 'raws' | 'places'> {
  readonly cellText: StoredText;
  /** The report as it stands; undefined when this is its first version. */
  readonly current: CurrentReport | undefined;
  readonly correctedCells: readonly CellKey[];
  readonly findings: readonly Finding[];
  readonly diff: readonly CellDifference[];
  readonly action: AuditAction;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export interface StoredVersion {
  readonly reportId: Id<'Report'>;
  readonly number: number;
}

/**
 * Stores any number of new versions in a fixed number of statements: reports, versions, audit entries, and
 * the findings of the years after, which are judged against these. The agencies must be locked.
 */
export async function storeVersions(
  manager: EntityManager,
  actor: Actor,
  {
    at,
    versions,
    reports,
  }: {
    readonly at: Date;
    readonly versions: readonly NewVersion[];
    readonly reports: ReportIndex<CurrentReport>;
  },
): Promise<StoredVersion[]> {
  if (versions.length === 0) return [];
  const stored = versions.map(({ current }) => ({
    reportId: current?.id ?? newId(),
    number: (current?.version ?? 0) + 1,
  }));
  const rows = versions.map((version, index) => reportRow(version, stored[index]!, at));
  await insertRows(
    manager,
    Report,
    rows.filter((_, index) => !versions[index]?.current),
  );
  await writeVersions(manager, {
    versions: versions.map((version, index) => versionRow(version, stored[index]!, actor, at)),
    reports: rows.filter((_, index) => versions[index]?.current),
    keys: versions,
  });
  await judgeAgain(manager, at, versions, reports);
  await appendAudit(
    manager,
    actor,
    at,
    versions.map((version, index) => ({
      chain: version.agencyId,
      action: version.action,
      reason: version.reason,
      agencyId: version.agencyId,
      reportId: stored[index]!.reportId,
      version: stored[index]!.number,
      changes: version.diff.map(({ cell, before, after }) => ({ key: cell, before, after })),
      // Vouches for every number of the version, also where there is no version before to differ from.
      details: {
        ...version.details,
        form: version.form.id,
        year: version.year,
        values: valuesHash(version.values),
      },
    })),
  );
  return stored;
}

function reportRow(version: NewVersion, { reportId, number }: StoredVersion, at: Date): Report {
  return {
    id: reportId,
    agencyId: version.agencyId,
    year: version.year,
    status: ReportStatus.DRAFT,
    version: number,
    changedAt: at,
    publishedVersion: null,
    submittedAt: null,
    publishedAt: null,
    ruleSet,
    checkedAt: at,
    checkCause: CheckCause.VERSION,
    stale: false,
    ...judgement(version.findings),
  };
}

function versionRow(
  version: NewVersion,
  { reportId, number }: StoredVersion,
  actor: Actor,
  at: Date,
): ReportVersion {
  const { form, values, cellText, correctedCells, sections, headings, datedOn, problems } = version;
  const { origin, publishedOn, uploadSha256, blanksAreZero, errorPolicy } = version;
  return {
    id: newId(),
    reportId,
    agencyId: version.agencyId,
    number,
    formId: form.id,
    values: [...values],
    raws: [...cellText.raws],
    places: [...cellText.places],
    correctedCells: [...correctedCells],
    sections: [...sections],
    headings: headings === null ? null : [...headings],
    datedOn,
    publishedOn,
    problems: [...problems],
    origin,
    uploadSha256,
    blanksAreZero,
    errorPolicy,
    createdAt: at,
    createdBy: actor.name,
  };
}
