import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AuditEntry } from '../../entities/audit/AuditEntry.js';
import { Role } from '../access/types.js';
import { JSONObject } from '../edge/scalars.js';
import { AuditAction } from './types.js';
import { CellChange } from '../reports/types.js';

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
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
