import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import type { Reach } from '../../src/filing/reports/reportRows.js';
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
  asked: Reach,
): Promise<ReportSource | null> {
  return visible(actor, await loadReport(manager, agency, year, asked));
}

/** A page of reports, each read as far as the query asks. */
export function readReports(
  { manager, actor }: Reading,
  query: ReportQuery,
  asked: Reach,
): Promise<Page<ReportSource>> {
  return listReports(manager, actor, query, asked);
}

const needCells = ['sections', 'processingFee', 'problems', 'findings.cells'];
const needTables = ['tables', 'table', 'cell'];

/**
 * How much of each report must be read for the fields a query selects, so that one query of the database
 * is enough and numbers alone are read cheaply.
 */
export function reportDetail(info: GraphQLResolveInfo, places: readonly string[] = ['']): Detail {
  const fields = selectedFields(info);
  const asked = (name: string) => places.some((place) => fields.has(place + name));
  if (needCells.some(asked)) return 'cells';
  if (needTables.some(asked)) return asked('findings') ? 'cells' : 'tables';
  if (!asked('values')) return asked('findings') ? 'head' : 'base';
  return asked('findings') ? 'cells' : 'values';
}

/** Fields of a report that need no more of it than a list shows, and of its agency no more than which it is. */
const briefFields =
  /^(?:__typename|id|year|status|version|changedAt|errorCount|explainCount|values|agency|(?:tables|agency\.(?:__typename|id|code|name|depth))(?:\..*)?)$/;

/** Of the others those that need no more of its agency. */
const ownFields = /^(?:submittedAt|publishedAt|publishedVersion)$/;

/** As long as the query is kept, by the nodes of the field, which asks for its reports in one way. */
const known = new WeakMap<GraphQLResolveInfo['fieldNodes'], Reach>();

/** What a query reads of its reports: nothing that no field of it asks for. */
export function reportReach(info: GraphQLResolveInfo, places: readonly string[] = ['']): Reach {
  const reach = known.get(info.fieldNodes) ?? reachIn(info, places);
  known.set(info.fieldNodes, reach);
  return reach;
}

function reachIn(info: GraphQLResolveInfo, places: readonly string[]): Reach {
  const own = [...selectedFields(info)].flatMap((field) =>
    places.flatMap((place) => (field.startsWith(place) ? field.slice(place.length) : [])),
  );
  const others = own.filter((field) => !briefFields.test(field));
  return {
    detail: reportDetail(info, places),
    report: others.length === 0 ? 'brief' : 'whole',
    agency: others.every((field) => ownFields.test(field)) ? 'named' : 'whole',
  };
}

/** The names of the fields a query selects below a field, each with the path to it: `findings`, `findings.cells`. */
function selectedFields(info: GraphQLResolveInfo, depth = 4): Set<string> {
  const names = new Set<string>();
  for (const { selectionSet } of info.fieldNodes) collect(info, selectionSet, { prefix: '', depth, names });
  return names;
}

function collect(
  info: GraphQLResolveInfo,
  selectionSet: SelectionSetNode | undefined,
  { prefix, depth, names }: { readonly prefix: string; readonly depth: number; readonly names: Set<string> },
): void {
  if (!selectionSet || depth === 0) return;
  for (const selection of selectionSet.selections)
    if (selection.kind === Kind.FIELD) {
      const name = prefix + selection.name.value;
      names.add(name);
      collect(info, selection.selectionSet, { prefix: `${name}.`, depth: depth - 1, names });
    } else {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      collect(info, fragment?.selectionSet, { prefix, depth, names });
    }
}
