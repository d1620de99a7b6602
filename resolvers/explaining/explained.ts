import type { Explanation } from '../../entities/explaining/Explanation.js';
import type { Finding } from '../../src/checks/check.js';
import {
  explanationByFinding,
  explanationsOf,
  type Explained,
} from '../../src/filing/explaining/explanations.js';
import { holdsFor } from '../../src/filing/explaining/operands.js';
import type { Context } from '../edge/Context.js';
import { loading } from '../edge/loading.js';
import type { ReportSource } from '../reports/types.js';
import { currentCells, findingsOf } from '../reports/reportParts.js';
import type { Id } from '../../src/brands/brands.js';

/** What was said about a report, by its id, the oldest first. */
export const explanationsAbout = loading(async (manager, reportIds: readonly Id<'Report'>[]) => {
  const found = await explanationsOf(manager, reportIds);
  return reportIds.map((id) => found.get(id) ?? []);
});

/** A report as far as one must know it to say which explanations hold. */
async function explainedReport(report: ReportSource, context: Context): Promise<Explained> {
  const [{ values, sections }, findings] = await Promise.all([
    currentCells(report, context),
    findingsOf(report, context),
  ]);
  return { form: report.form, values, sections, findings };
}

/** The explanation that holds for each finding of a report. Numbers are read only where something was said. */
export async function explanationsByFinding(
  report: ReportSource,
  context: Context,
): Promise<Map<Finding, Explanation>> {
  const said = await explanationsAbout(context).load(report.id);
  if (said.length === 0) return new Map<Finding, Explanation>();
  return explanationByFinding(await explainedReport(report, context), said);
}

/** The explanation that holds for one finding; also for one that a change would bring about. */
export async function explanationFor(
  report: ReportSource,
  finding: Finding,
  context: Context,
): Promise<Explanation | null> {
  const said = await explanationsAbout(context).load(report.id);
  if (said.length === 0 || finding.severity !== 'explain') return null;
  const { values, sections } = await currentCells(report, context);
  const { form } = report;
  return said.findLast((each) => holdsFor(each, { form, values, sections }, finding)) ?? null;
}
