import type { EntityManager } from 'typeorm';
import { findCell } from '../../cells.js';
import type { AnalysisDocument } from '../../exports/analyses/AnalysisDocument.js';
import { mostNames, receivedKey, rollUpDocument } from '../../exports/analyses/rollUpDocument.js';
import type { Actor } from '../../filing/access/actor.js';
import { agencyInScope } from '../../filing/agencies/agencyInScope.js';
import { loadReport } from '../../filing/reports/loadReport.js';
import { countBlanks } from '../../filing/rollUp/countBlanks.js';
import { differenceTable } from '../../filing/rollUp/differenceTable.js';
import { missingAgencies } from '../../filing/rollUp/missingAgencies.js';
import { rollUpOf, type YearSum } from '../../filing/rollUp/rollUpOf.js';
import { summaryRows } from '../../filing/rollUp/summaryRows.js';
import { dayInChina } from '../../season/chinaDay.js';
import type { SummaryRequest } from '../loadSummary.js';

/** So many names of who has not filed stand in a document; how many there are is told. */
const mostMissing = 200;

/** The sums below an agency to print. AGENCY_UNKNOWN, INVALID_REQUEST, FORM_UNKNOWN. */
export async function loadRollUp(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  { agency: code, year, depth }: SummaryRequest,
): Promise<AnalysisDocument> {
  const agency = await agencyInScope(manager, actor, code);
  const sum = await rollUpOf(manager, { agency, year, depth });
  const { request } = sum.rollUp;
  const missing = await missingAgencies(manager, request, { first: mostMissing });
  const report = await loadReport(manager, agency.code, year, 'values');
  return rollUpDocument(
    sum,
    {
      missing: missing.items.map(({ item }) => item),
      differences: report && differenceTable(report.form, report.values, sum.rollUp),
      blanks: await countBlanks(manager, request, sum.form),
      largest: await largestOf(manager, sum),
    },
    dayInChina(new Date()),
  );
}

/** Who received the most requests, however many there are. */
async function largestOf(
  manager: EntityManager,
  { form, rollUp }: YearSum,
): Promise<{ name: string; value: number }[]> {
  const cell = findCell(form, receivedKey);
  let largest: { name: string; value: number }[] = [];
  for await (const { name, values } of summaryRows(manager, rollUp.request, form)) {
    const value = cell && values[cell.position];
    if (value == null) continue;
    largest = [...largest, { name, value: Number(value) }]
      .sort((one, other) => other.value - one.value)
      .slice(0, mostNames);
  }
  return largest;
}
