import { isInScope } from '../../src/filing/access/reach.js';
import { listAuditEntries } from '../../src/filing/audit/listAuditEntries.js';
import type { NodeKind } from '../../src/filing/nodes/nodeKinds.js';
import { reading, type Context } from '../edge/Context.js';
import { agencyById } from '../agencies/agencyById.js';
import { explanationsAbout } from '../explaining/explained.js';
import { versionsOf } from '../reports/reportLoaders.js';
import { proposalsOf, publicationsOf, remarksOf, stepsOf, waiversOf } from '../workflow/workflowLoaders.js';
import { ExplanationView } from '../explaining/ExplanationView.js';
import { readRun } from '../importing/readRun.js';
import type { ReportSource } from '../reports/types.js';

type Read = (context: Context, id: string) => Promise<object | null>;
type ReadOfReport = (context: Context, id: string, report: ReportSource) => Promise<object | null>;

/** How each kind of what is stored is read by its id; null when the scope does not open it. */
export const storedReaders: Readonly<
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
    const agency = await agencyById(context).load(id);
    return isInScope(actor.scope, agency) ? agency : null;
  }),
  ImportRun: standing(readRun),
  AuditEntry: standing(async (context, id) => {
    const { manager, actor } = reading(context, 'Query.auditTrail');
    const { items } = await listAuditEntries(manager, actor, { first: 1, filter: { ids: [id] } });
    return items[0]?.item ?? null;
  }),
};

function ofReport(read: ReadOfReport) {
  return (context: Context, id: string, report: ReportSource | null) =>
    report ? read(context, id, report) : Promise.resolve(null);
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
