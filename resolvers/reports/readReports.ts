import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import { visible } from '../../src/filing/access/reach.js';
import type { Page } from '../../src/filing/lists/page.js';
import { listReports, type ReportQuery } from '../../src/filing/reports/listReports.js';
import { loadReport } from '../../src/filing/reports/loadReport.js';
import type { Detail } from '../../src/filing/reports/storedReport.js';
import type { Reading } from '../edge/Context.js';
import type { ReportSource } from './types.js';

/** One report, read as far as the query asks; null also when the scope does not open it. */
export async function readReport(
  { manager, actor }: Reading,
  agency: string,
  year: number,
  detail: Detail,
): Promise<ReportSource | null> {
  switch (detail) {
    case 'head':
      return visible(actor, await loadReport(manager, agency, year, 'head'));
    case 'values':
      return visible(actor, await loadReport(manager, agency, year, 'values'));
    case 'cells':
      return visible(actor, await loadReport(manager, agency, year, 'cells'));
  }
}

/** A page of reports, each read as far as the query asks. */
export function readReports(
  { manager, actor }: Reading,
  query: ReportQuery,
  detail: Detail,
): Promise<Page<ReportSource>> {
  switch (detail) {
    case 'head':
      return listReports(manager, actor, query, 'head');
    case 'values':
      return listReports(manager, actor, query, 'values');
    case 'cells':
      return listReports(manager, actor, query, 'cells');
  }
}

const needCells = ['tables', 'table', 'cell', 'sections', 'problems', 'findings.cells'];

/**
 * How much of each report must be read for the fields a query selects, so that one query of the database
 * is enough and numbers alone are read cheaply.
 */
export function reportDetail(info: GraphQLResolveInfo, places: readonly string[] = ['']): Detail {
  const fields = selectedFields(info);
  const asked = (name: string) => places.some((place) => fields.has(place + name));
  if (needCells.some(asked)) return 'cells';
  if (!asked('values')) return 'head';
  return asked('findings') ? 'cells' : 'values';
}

/** The names of the fields a query selects below a field, each with the path to it: `findings`, `findings.cells`. */
export function selectedFields(info: GraphQLResolveInfo, depth = 4): Set<string> {
  const names = new Set<string>();
  for (const { selectionSet } of info.fieldNodes) collect(info, selectionSet, '', depth, names);
  return names;
}

function collect(
  info: GraphQLResolveInfo,
  selectionSet: SelectionSetNode | undefined,
  prefix: string,
  depth: number,
  names: Set<string>,
): void {
  if (!selectionSet || depth === 0) return;
  for (const selection of selectionSet.selections)
    if (selection.kind === Kind.FIELD) {
      const name = prefix + selection.name.value;
      names.add(name);
      collect(info, selection.selectionSet, `${name}.`, depth - 1, names);
    } else {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      collect(info, fragment?.selectionSet, prefix, depth, names);
    }
}
