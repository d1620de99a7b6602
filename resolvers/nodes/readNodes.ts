import { isInScope } from '../../src/filing/access/reach.js';
import { findingId, reportOfFinding } from '../../src/filing/explaining/findingId.js';
import { nodeKinds } from '../../src/filing/nodes/nodeKinds.js';
import { loadReportsById } from '../../src/filing/reports/loadReport.js';
import type { Detail } from '../../src/filing/reports/storedReport.js';
import { formById } from '../../src/forms/index.js';
import { reading, type Context } from '../edge/Context.js';
import { formView, rulesOf } from '../forms/formView.js';
import { FindingView } from '../judging/FindingView.js';
import { findingsOf } from '../reports/reportParts.js';
import type { ReportSource } from '../reports/types.js';
import { storedReaders } from './storedReaders.js';

/**
 * What has these ids, in their order; null for the id of nothing, or of nothing that the scope opens. What the
 * role may not read is refused by itself, the others stand.
 */
export async function readNodes(
  context: Context,
  ids: readonly string[],
  detail: Detail,
): Promise<Promise<object | null>[]> {
  const { manager, actor } = reading(context, 'Query.node');
  const kinds = await nodeKinds(manager, actor, ids);
  const reportIdOf = (id: string) => kinds.get(id)?.reportId ?? reportOfFinding(id);
  const named = ids.flatMap((id) => reportIdOf(id) ?? []);
  const loaded: readonly ReportSource[] = await loadReportsById(manager, [...new Set(named)], detail);
  const reports = new Map(
    loaded.filter(({ agency }) => isInScope(actor.scope, agency)).map((report) => [report.id, report]),
  );
  return ids.map(async (id) => {
    const report = reports.get(reportIdOf(id) ?? '') ?? null;
    const found = kinds.get(id);
    if (found) return ofType(found.kind, await storedReaders[found.kind](context, id, report));
    if (report) return ofType('Finding', await readFinding(context, report, id));
    return readPrinted(id);
  });
}

async function readFinding(context: Context, report: ReportSource, id: string): Promise<FindingView | null> {
  reading(context, 'Query.findings');
  const finding = (await findingsOf(report, context)).find((each) => findingId(report, each) === id);
  return finding ? new FindingView(report, finding) : null;
}

/** Forms and rules have the ids by which people call them. */
function readPrinted(id: string): object | null {
  const form = formById(id);
  if (form) return ofType('Form', formView(form));
  return ofType('Rule', rulesOf(null).find((rule) => rule.id === id) ?? null);
}

/** Says of which type of the schema something is, where the field does not. */
function ofType(type: string, value: object | null): object | null {
  return value && Object.defineProperty(value, '__typename', { value: type, configurable: true });
}
