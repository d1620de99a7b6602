import { registerEnumType, Field, ID, Int, ObjectType, InputType } from 'type-graphql';
import { auditActions } from '../../src/filing/audit/auditActions.js';
import { AuditEntry, type AuditAction as Action } from '../../entities/audit/AuditEntry.js';
import { connectionOf } from '../edge/connection.js';
import { CellKey } from '../edge/scalars.js';
import { ReportKey } from '../reports/inputs.js';

const actions = Object.entries(auditActions);

export const AuditAction = Object.fromEntries(actions.map(([action]) => [action, action]));

registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: '留痕的操作',
  valuesConfig: Object.fromEntries(actions.map(([action, description]) => [action, { description }])),
});

enum AuditBreakKind {
  EDITED = 'EDITED',
  REMOVED = 'REMOVED',
  REORDERED = 'REORDERED',
  CUT_OFF = 'CUT_OFF',
}

registerEnumType(AuditBreakKind, {
  name: 'AuditBreakKind',
  description: '留痕怎样被改动',
  valuesConfig: {
    EDITED: { description: '内容被改写' },
    REMOVED: { description: '被删除' },
    REORDERED: { description: '被挪动' },
    CUT_OFF: { description: '末尾被截去' },
  },
});

@ObjectType({ description: '留痕的一处改动', simpleResolvers: true })
export class AuditBreak {
  @Field(() => AuditBreakKind, { description: '怎样改动的' })
  kind!: string;

  @Field(() => String, { description: '所在的链' })
  chain!: string;

  @Field(() => Int, { description: '在链中的序号' })
  sequence!: number;

  @Field(() => ID, { nullable: true, description: '这一条的编号；已不见时为 null' })
  entry!: string | null;

  @Field(() => String, { description: '中文说明' })
  message!: string;
}

@ObjectType({ description: '核验一条链的结果', simpleResolvers: true })
export class AuditVerification {
  @Field(() => String, { description: '链：机关的内部编号，或 system' })
  chain!: string;

  @Field(() => Boolean, { description: '没有任何改动' })
  intact!: boolean;

  @Field(() => AuditBreak, { nullable: true, description: '最早的一处改动；没有时为 null' })
  firstBreak!: AuditBreak | null;

  @Field(() => [AuditBreak], { description: '各处改动，按序号' })
  breaks!: readonly AuditBreak[];

  @Field(() => String, {
    nullable: true,
    description: '现在的链头：链:条数:哈希值。抄存在别处，以后可以核对；还没有留痕时为 null',
  })
  head!: string | null;
}

export const AuditEntryConnection = connectionOf('AuditEntry', '留痕', () => AuditEntry);

@InputType({ description: '留痕的筛选条件，须同时满足' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: '机关代码' })
  agency?: string | null;

  @Field(() => ReportKey, { nullable: true, description: '哪一份报告' })
  report?: ReportKey | null;

  @Field(() => String, { nullable: true, description: '操作人（令牌的名称）' })
  actor?: string | null;

  @Field(() => [AuditAction], { nullable: true, description: '操作' })
  actions?: Action[] | null;

  @Field(() => CellKey, { nullable: true, description: '改动过这一格的' })
  key?: CellKey | null;

  @Field(() => Date, { nullable: true, description: '从此时起（含）' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: '到此时为止（不含）' })
  to?: Date | null;
}
