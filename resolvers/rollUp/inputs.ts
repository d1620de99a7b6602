import { Field, InputType } from 'type-graphql';
import { AgencyKind, AgencyLevel } from '../agencies/types.js';
import { ReportStatus } from '../reports/types.js';

@InputType({ description: '汇总的范围' })
export class RollUpFilter {
  @Field(() => [AgencyLevel], { nullable: true, description: '只加这些级别的机关' })
  levels?: AgencyLevel[] | null;

  @Field(() => [AgencyKind], { nullable: true, description: '只加这些类型的机关' })
  kinds?: AgencyKind[] | null;

  @Field(() => String, { nullable: true, description: '只加行政区划代码以此开头的机关，例如 41' })
  division?: string | null;

  @Field(() => [ReportStatus], { nullable: true, description: '只加这些状态的报告；不填时为全部' })
  statuses?: ReportStatus[] | null;
}
