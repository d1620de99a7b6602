import { isInScope } from '../../src/filing/access/reach.js';
import { findingId, reportOfFinding } from '../../src/filing/explaining/findingId.js';
import { nodeKinds, type NodeKind } from '../../src/filing/nodes/nodeKinds.js';
import { loadReportsById } from '../../src/filing/reports/loadReport.js';
import type { Detail } from '../../src/filing/reports/storedReport.js';
import { formById } from '../../src/forms/index.js';
import { reading, type Context } from '../edge/Context.js';
import { formView, rulesOf } from '../forms/formView.js';
import { FindingView } from '../judging/FindingView.js';
import { findingsOf } from '../reports/reportParts.js';
import type { ReportSource } from '../reports/types.js';
import { listAuditEntries } from '../../src/filing/audit/listAuditEntries.js';
import { loadDelivery } from '../../src/filing/deliveries/listDeliveries.js';
import { loadWebhook } from '../../src/filing/deliveries/listWebhooks.js';
import { agencyById } from '../agencies/agencyLoaders.js';
import { explanationsAbout } from '../explaining/explained.js';
import { versionsOf } from '../reports/reportLoaders.js';
import { proposalsOf, publicationsOf, remarksOf, stepsOf, waiversOf } from '../workflow/workflowLoaders.js';
import { ExplanationView } from '../explaining/ExplanationView.js';
import { readRun } from '../importing/readImports.js';
import { isUuid } from '../../src/filing/isUuid.js';

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
    const reportId = reportIdOf(id);
    const report = (reportId && reports.get(reportId)) ?? null;
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
export function ofType(type: string, value: object | null): object | null {
  return value && Object.defineProperty(value, '__typename', { value: type, configurable: true });
}

type Read = (context: Context, id: string) => Promise<object | null>;
type ReadOfReport = (context: Context, id: string, report: ReportSource) => Promise<object | null>;

/** How each kind of what is stored is read by its id; null when the scope does not open it. */
const storedReaders: Readonly<
  Record<NodeKind, (context: Context, id: string, report: ReportSource | null) => Promise<object | null>>
> = {
  Report: ofReport((_context, _id, report) => Promise.resolve(report)),
  ReportVersion: ofReport((context, id, report) => withId(versionsOf(context).load(report.id), id)),
  ReportStep: ofReport((context, id, report) => withId(stepsOf(context).load(report.id), id)),
  Remark: ofReport((context, id, report) => withId(remarksOf(context).load(report.id), id)),
  Proposal: ofReport((context, id, report) => withId(proposalsOf(context).load(report.id), id)),
  Waiver: ofReport((context, id, report) => withId(waiversOf(context).load(report.id), id)),
  Publication: ofReport((context, id, report) => withId(publicationsOf(context).load(report.id), id)),
  Explanation: ofReport(async (context, id, report) => {
    const said = await withId(explanationsAbout(context).load(report.id), id);
    return said && new ExplanationView(report, said);
  }),
  Agency: standing(async (context, id) => {
    const { actor } = reading(context, 'Query.agency');
    const agency = isUuid<'Agency'>(id) ? await agencyById(context).load(id) : null;
    return agency && isInScope(actor.scope, agency) ? agency : null;
  }),
  ImportRun: standing(readRun),
  AuditEntry: standing(async (context, id) => {
    const { manager, actor } = reading(context, 'Query.auditTrail');
    const { items } = await listAuditEntries(manager, actor, { first: 1, filter: { ids: [id] } });
    return items[0]?.item ?? null;
  }),
  Webhook: standing((context, id) => {
    const { manager, actor } = reading(context, 'Query.webhooks');
    return loadWebhook(manager, actor, id);
  }),
  Delivery: standing((context, id) => {
    const { manager, actor } = reading(context, 'Query.deliveries');
    return loadDelivery(manager, actor, id);
  }),
};

function ofReport(read: ReadOfReport) {
  return async (context: Context, id: string, report: ReportSource | null) => {
    if (!report) return null;
    reading(context, 'Query.report');
    return read(context, id, report);
  };
}

function standing(read: Read) {
  return (context: Context, id: string) => read(context, id);
}

async function withId<Item extends { readonly id: string }>(
  list: Promise<readonly Item[]>,
  id: string,
): Promise<Item | null> {
  return (await list).find((item) => item.id === id) ?? null;
}
