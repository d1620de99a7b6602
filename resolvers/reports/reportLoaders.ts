import type { CellKey } from '../../src/cells.js';
import { loadReportsById } from '../../src/filing/reports/loadReport.js';
import { listVersions, loadVersions, type VersionName } from '../../src/filing/reports/loadVersions.js';
import type { Moment } from '../../src/filing/reports/asOfApart.js';
import { historiesOf, loadVersionsAsOf } from '../../src/filing/reports/versions.js';
import { loading } from '../edge/loading.js';
import type { Id } from '../../src/brands/brands.js';

interface HistoryName {
  readonly reportId: Id<'Report'>;
  readonly key: CellKey;
}

/** A version of a report with all its cells. */
export const versionNamed = loading(async (manager, names: readonly VersionName[]) => {
  const loaded = await loadVersions(manager, names);
  const found = new Map(loaded.map((version) => [versionKey(version), version]));
  return names.map((name) => found.get(versionKey(name)) ?? new Error(`no version ${versionKey(name)}`));
}, versionKey);

/** The versions of a report, by its id. */
export const versionsOf = loading(async (manager, ids: readonly Id<'Report'>[]) => {
  const all = await listVersions(manager, ids);
  return ids.map((id) => all.filter(({ reportId }) => reportId === id));
});

/** A report without its numbers, by its id. */
export const reportHead = loading(async (manager, ids: readonly Id<'Report'>[]) => {
  const found = new Map((await loadReportsById(manager, ids, 'head')).map((report) => [report.id, report]));
  return ids.map((id) => found.get(id) ?? new Error(`no report ${id}`));
});

/** How a cell of a report came to its value. */
export const cellHistory = loading(
  async (manager, names: readonly HistoryName[]) => {
    const found = await historiesOf(manager, names);
    return names.map(({ reportId, key }) => found.get(reportId)?.get(key) ?? []);
  },
  ({ reportId, key }) => `${reportId} ${key}`,
);

const momentName = ({ reportId, at }: Moment) => `${reportId} ${at.toISOString()}`;

/** The version of a report at a moment; null before the first. */
export const versionAsOf = loading(loadVersionsAsOf, momentName);

function versionKey({ reportId, number }: VersionName): string {
  return `${reportId} ${number}`;
}
