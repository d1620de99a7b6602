import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { AuditEntry } from '../entities/AuditEntry.js';
import { Refusal } from '../src/filing/refusal.js';
import type { AuditFilter as StoredAuditFilter } from '../src/filing/listAuditEntries.js';
import { auditConnection } from './auditConnection.js';
import { reading, type Context } from './Context.js';
import { AuditFilter } from './inputs/AuditFilter.js';
import { After, First } from './pageArguments.js';
import { JSONObject } from './scalars/JSONObject.js';
import { CellChange } from './types/CellChange.js';
import type { Connection } from './types/connection.js';
import { AuditEntryConnection } from './types/connections.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntryConnection, { description: '留痕，最近的在前' })
  auditTrail(
    @Ctx() context: Context,
    @Arg('filter', () => AuditFilter, { nullable: true, description: '筛选条件' }) filter: AuditFilter | null,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<AuditEntry>> {
    return auditConnection(reading(context, 'Query.auditTrail'), stored(filter), { first, after });
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
