import { Arg, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { AuditEntry } from '../../entities/audit/AuditEntry.js';
import { Refusal } from '../../src/filing/refusal.js';
import type { AuditFilter as StoredAuditFilter } from '../../src/filing/audit/listAuditEntries.js';
import { verifyChain } from '../../src/filing/audit/verifyChain.js';
import { auditConnection } from './auditConnection.js';
import { reading, type Context } from '../edge/Context.js';
import { Role } from '../access/types.js';
import { AuditFilter } from './inputs.js';
import { After, First } from '../edge/pageArguments.js';
import { JSONObject } from '../edge/JSONObject.js';
import { AuditAction, AuditVerification, AuditEntryConnection } from './types.js';
import { CellChange } from '../correcting/types.js';
import type { Connection } from '../edge/connection.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntryConnection, { nullable: true, description: '留痕，最近的在前' })
  auditTrail(
    @Ctx() context: Context,
    @Arg('filter', () => AuditFilter, { nullable: true, description: '筛选条件' }) filter: AuditFilter | null,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<AuditEntry>> {
    return auditConnection(reading(context, 'Query.auditTrail'), stored(filter), { first, after });
  }

  @Extensions({ cost: 100 })
  @Query(() => AuditVerification, {
    nullable: true,
    description: '逐条核验一个机关的留痕有没有被修改、删除、调换或截去末尾',
  })
  auditVerify(
    @Ctx() context: Context,
    @Arg('agency', () => String, { nullable: true, description: '机关代码；不填时为与机关无关的（system）' })
    agency: string | null,
    @Arg('head', () => String, {
      nullable: true,
      description: '以前抄存的链头，例如回执上的（链:条数:哈希值）：也能发现整条链被重写',
    })
    head: string | null,
  ): Promise<AuditVerification> {
    const { manager, actor } = reading(context, 'Query.auditVerify');
    return verifyChain(manager, actor, { agency: agency ?? null, head: head ?? null });
  }

  @FieldResolver(() => AuditAction, { description: '操作' })
  action(@Root() { action }: AuditEntry): AuditEntry['action'] {
    return action;
  }

  @FieldResolver(() => Role, { nullable: true, description: '令牌的角色；早先没有角色时的留痕为 null' })
  role(@Root() { role }: AuditEntry): AuditEntry['role'] {
    return role;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '请求来自的地址；命令行的为 null。只有审计和管理可见',
  })
  address(@Root() { address }: AuditEntry): string | null {
    return address;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '请求的编号，与日志和答复中的相同；命令行的为 null。只有审计和管理可见',
  })
  requestId(@Root() { requestId }: AuditEntry): string | null {
    return requestId;
  }

  @FieldResolver(() => Int, { nullable: true, description: '由此形成的报告版本' })
  version(@Root() entry: AuditEntry): number | null {
    return entry.version;
  }

  @FieldResolver(() => [CellChange], { description: '改动的各格' })
  changes(@Root() entry: AuditEntry): CellChange[] {
    return entry.changes.map((change) => ({ ...change, version: entry.version ?? 0 }));
  }

  @FieldResolver(() => JSONObject, { description: '其他细节，依操作而异' })
  details(@Root() entry: AuditEntry): AuditEntry['details'] {
    return entry.details;
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
