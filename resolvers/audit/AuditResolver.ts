import { Arg, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { AuditEntry } from '../../entities/audit/AuditEntry.js';
import { Refusal } from '../../src/filing/refusal.js';
import {
  listAuditEntries,
  listReportEntries,
  type AuditFilter as StoredAuditFilter,
} from '../../src/filing/audit/listAuditEntries.js';
import { verifyChain } from '../../src/filing/verifying/verifyChain.js';
import { reading, type Context, type RootContext } from '../edge/Context.js';
import { AuditFilter, AuditVerification, AuditEntryConnection } from './types.js';
import { PageAsked, type PageArguments } from '../edge/arguments.js';
import { Report, type ReportSource } from '../reports/types.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import { loadingPages } from '../edge/loading.js';

/** A page of the audit trail of a report. */
const entriesOfReport = loadingPages(listReportEntries);

@Resolver(() => Report)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    name: 'auditTrail',
    nullable: true,
    description: '留痕，最近的在前',
  })
  async wholeTrail(
    @Ctx() context: RootContext,
    @Arg('filter', () => AuditFilter, { nullable: true, description: '筛选条件' }) filter: AuditFilter | null,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<AuditEntry>> {
    const page = pageRequest(asked, 50);
    const { manager, actor } = context;
    const entries = await listAuditEntries(manager, actor, { ...page, filter: stored(filter) });
    return toConnection(entries, (entry) => entry);
  }

  @Extensions({ cost: 100 })
  @Query(() => AuditVerification, {
    nullable: true,
    description: '逐条核验一个机关的留痕有没有被修改、删除、调换或截去末尾',
  })
  auditVerify(
    @Ctx() context: RootContext,
    @Arg('agency', () => String, { nullable: true, description: '机关代码；不填时为与机关无关的（system）' })
    agency: string | null,
    @Arg('head', () => String, {
      nullable: true,
      description: '以前抄存的链头，例如回执上的（链:条数:哈希值）：也能发现整条链被重写',
    })
    head: string | null,
  ): Promise<AuditVerification> {
    const { manager, actor } = context;
    return verifyChain(manager, actor, { agency: agency ?? null, head: head ?? null });
  }

  @FieldResolver(() => AuditEntryConnection, { description: '这份报告的留痕，最近的在前' })
  async auditTrail(
    @Root() { id }: ReportSource,
    @Ctx() context: Context,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<AuditEntry>> {
    const page = pageRequest(asked, 50);
    const { actor } = reading(context, 'Query.auditTrail');
    const entries = await entriesOfReport(context).load({ ...page, id, actor });
    return toConnection(entries, (entry) => entry);
  }
}

function stored(filter: AuditFilter | null): StoredAuditFilter | null {
  if (!filter) return null;
  const { agency, report, actor, actions, key, from, to } = filter;
  if (agency != null && report != null && agency !== report.agency)
    throw new Refusal('INVALID_REQUEST', 'agency 与 report 指的不是同一机关。只填一个即可。', ['filter']);
  const code = report?.agency ?? agency;
  return {
    agencies: code == null ? null : [code],
    years: report ? [report.year] : null,
    actors: actor == null ? null : [actor],
    actions: actions ?? null,
    key: key ?? null,
    from: from ?? null,
    to: to ?? null,
  };
}
