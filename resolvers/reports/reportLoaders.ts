import type { EntityManager } from 'typeorm';
import { loadReport, loadReportsById } from '../../src/filing/reports/loadReport.js';
import { listVersions, loadVersions, type VersionName } from '../../src/filing/reports/loadVersions.js';
import type { ReportHead } from '../../src/filing/reports/storedReport.js';
import { historyOf, type CellChange } from '../../src/filing/reports/versions.js';
import { loading } from '../edge/loading.js';

interface ReportName {
  readonly agency: string;
  readonly year: number;
}

interface HistoryName {
  readonly reportId: string;
  readonly key: string;
}

/** A version of a report with all its cells. */
export const versionNamed = loading(async (manager, names: readonly VersionName[]) => {
  const loaded = await loadVersions(manager, names);
  const found = new Map(loaded.map((version) => [versionKey(version), version]));
  return names.map((name) => found.get(versionKey(name)) ?? new Error(`no version ${versionKey(name)}`));
}, versionKey);

/** The versions of a report, by its id. */
export const versionsOf = loading(async (manager, ids: readonly string[]) => {
  const all = await listVersions(manager, ids);
  return ids.map((id) => all.filter(({ reportId }) => reportId === id));
});

/** By id. */
export const reportWithId = loading(async (manager, ids: readonly string[]) => {
  const loaded = await loadReportsById(manager, ids, 'head');
  const found = new Map(loaded.map((report) => [report.id, report]));
  return ids.map((id) => found.get(id) ?? new Error(`no report ${id}`));
});

export const reportHead = loading(
  (manager, names: readonly ReportName[]) => Promise.all(names.map((name) => head(manager, name))),
  ({ agency, year }) => `${year} ${agency}`,
);

/** How a cell of a report came to its value. */
export const cellHistory = loading(histories, ({ reportId, key }) => `${reportId} ${key}`);

function versionKey({ reportId, number }: VersionName): string {
  return `${reportId} ${number}`;
}

async function head(manager: EntityManager, { agency, year }: ReportName): Promise<ReportHead> {
  const report = await loadReport(manager, agency, year, 'head');
  if (!report) throw new Error(`no report of ${agency} for ${year}`);
  return report;
}

/** One query a report, however many of its cells are asked for. */
async function histories(manager: EntityManager, names: readonly HistoryName[]): Promise<CellChange[][]> {
  const keys = new Map<string, string[]>();
  for (const { reportId, key } of names) {
    const known = keys.get(reportId);
    if (known) known.push(key);
    else keys.set(reportId, [key]);
  }
  const found = new Map(
    await Promise.all(
      [...keys].map(async ([id, asked]) => [id, await historyOf(manager, id, asked)] as const),
    ),
  );
  return names.map(({ reportId, key }) => found.get(reportId)?.get(key) ?? []);
}
