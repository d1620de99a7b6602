import type { Values } from '../../src/cells.js';
import type { Finding } from '../../src/checks/check.js';
import type { VersionText } from '../../src/filing/reports/storedReport.js';
import type { Context } from '../edge/Context.js';
import type { ReportSource } from './types.js';
import type { Snapshot } from './Snapshot.js';

/** The numbers of the current version alone. */
export async function valuesOf(report: ReportSource, { loaders }: Context): Promise<Values> {
  return report.values ?? (await loaders.version.load(currentVersion(report))).values;
}

/** The current version with everything around its numbers. */
export async function currentCells(
  report: ReportSource,
  { loaders }: Context,
): Promise<Snapshot & Pick<VersionText, 'sections' | 'problems'>> {
  const { id, form, values, correctedCells, raws, places, sections, problems } = report;
  if (values && correctedCells && raws && places && sections && problems)
    return { reportId: id, form, values, correctedCells, raws, places, sections, problems };
  return loaders.version.load(currentVersion(report));
}

export async function findingsOf(report: ReportSource, { loaders }: Context): Promise<readonly Finding[]> {
  return (
    report.findings ?? (await loaders.head.load({ agency: report.agency.code, year: report.year })).findings
  );
}

function currentVersion({ id, version }: ReportSource) {
  return { reportId: id, number: version };
}
