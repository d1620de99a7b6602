import { Field, InputType } from 'type-graphql';
import { ReportStatus } from './ReportStatus.js';
import { ReportSelection } from './ReportSelection.js';

@InputType({ description: '报告的筛选条件，须同时满足' })
export class ReportFilter extends ReportSelection {
  @Field(() => [ReportStatus], { nullable: true, description: '状态' })
  statuses?: ReportStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: '有没有强制性审核错误' })
  hasErrors?: boolean | null;

  @Field(() => Date, { nullable: true, description: '在此之后改动过' })
  changedAfter?: Date | null;

  @Field(() => Boolean, { nullable: true, description: '是否应当重新核对' })
  checkDue?: boolean | null;
}
