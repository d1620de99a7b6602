import type { StoredChange } from '../../entities/reports/StoredChange.js';
import { type Values, cellsOf, findCell, formatMoney, formatValue, type FormCell } from '../../src/cells.js';
import { feeSection, feeStated } from '../../src/checks/prose/feeStated.js';
import type { Finding } from '../../src/checks/check.js';
import { Refusal } from '../../src/filing/refusal.js';
import type { VersionText } from '../../src/filing/reports/storedReport.js';
import type { Form } from '../../src/forms/form.js';
import { forms } from '../../src/forms/index.js';
import type { Context } from '../edge/Context.js';
import { reportHead, versionNamed } from './reportLoaders.js';
import type { Snapshot } from './tableViews.js';
import type { ReportSource, CellDifference, ProcessingFee, Section } from './types.js';

/** The numbers of the current version alone. */
export async function valuesOf(report: ReportSource, context: Context): Promise<Values> {
  return report.values ?? (await versionNamed(context).load(currentVersion(report))).values;
}

/** The numbers of the current version with where they come from. */
export async function currentTables(report: ReportSource, context: Context): Promise<Snapshot> {
  const { id, form, values, correctedCells, raws, places } = report;
  return values && correctedCells && raws && places
    ? { reportId: id, form, values, correctedCells, raws, places }
    : versionNamed(context).load(currentVersion(report));
}

/** The current version with everything around its numbers. */
export async function currentCells(
  report: ReportSource,
  context: Context,
): Promise<Snapshot & Pick<VersionText, 'sections' | 'problems'>> {
  const { sections, problems } = report;
  return sections && problems
    ? { ...(await currentTables(report, context)), sections, problems }
    : versionNamed(context).load(currentVersion(report));
}

export async function findingsOf(report: ReportSource, context: Context): Promise<readonly Finding[]> {
  return report.findings ?? (await reportHead(context).load(report.id)).findings;
}

function currentVersion({ id, version }: ReportSource) {
  return { reportId: id, number: version };
}

/** Values as decimal strings by cell key, in printed order. A cell of another year's form is left out. */
export function valuesByKey(
  form: Form,
  values: Values,
  keys: readonly string[] | null,
): Record<string, string | null> {
  const answer: Record<string, string | null> = {};
  for (const cell of keys === null ? cellsOf(form) : named(form, keys)) {
    const value = values[cell.position] ?? null;
    answer[cell.key] = value === null ? null : formatValue(cell.column, value);
  }
  return answer;
}

function named(form: Form, keys: readonly string[]): FormCell[] {
  const unknown = keys.find((key) => !forms.some((candidate) => findCell(candidate, key)));
  if (unknown !== undefined)
    throw new Refusal('CELL_UNKNOWN', `没有名为“${unknown}”的格。全部格名见 forms 的 cells。`, ['keys']);
  return keys.flatMap((key) => findCell(form, key) ?? []);
}

/** Changed cells as they are shown. */
export function differences(changes: readonly StoredChange[]): CellDifference[] {
  return changes.map(({ key, before, after }) => ({ cell: key, before, after }));
}

/** The prose of a report: a section is called by its name in the form. */
export function sectionViews(sections: VersionText['sections']): Section[] {
  return sections.map(({ id, title, text }) => ({ key: id, title, text }));
}

/** What 六 says of the fee for processing information. */
export function processingFeeView(sections: VersionText['sections']): ProcessingFee | null {
  const stated = feeStated(sections.find(({ id }) => id === feeSection)?.text ?? '');
  if (!stated) return null;
  const { cases, amount, text } = stated;
  return {
    cases: cases === null ? null : `${cases}`,
    amount: amount === null ? null : formatMoney(amount),
    text,
  };
}
