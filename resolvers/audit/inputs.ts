import { Field, InputType } from 'type-graphql';
import type { AuditAction as Action } from '../../entities/audit/AuditEntry.js';
import { AuditAction } from './types.js';
import { CellKey } from '../edge/scalars.js';
import { ReportKey } from '../reports/inputs.js';

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
  key?: string | null;

  @Field(() => Date, { nullable: true, description: '从此时起（含）' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: '到此时为止（不含）' })
  to?: Date | null;
}
