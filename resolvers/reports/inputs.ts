import { Arg, Field, InputType, Int } from 'type-graphql';
import { ReportStatus } from './types.js';

@InputType({ description: '指明一份报告' })
export class ReportKey {
  @Field(() => String, { description: '机关代码' })
  agency!: string;

  @Field(() => Int, { description: '报告年度' })
  year!: number;
}

/** Whose reports of which years. */
@InputType()
export abstract class ReportSelection {
  @Field(() => [Int], { nullable: true, description: '报告年度' })
  years?: number[] | null;

  @Field(() => [String], { nullable: true, description: '机关代码' })
  agencies?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: '某机关及其下级（机关代码）。登记了机关的上下级关系后可用',
  })
  under?: string | null;
}

@InputType({ description: '报告的筛选条件，须同时满足' })
export class ReportFilter extends ReportSelection {
  @Field(() => [ReportStatus], { nullable: true, description: '状态' })
  statuses?: ReportStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: '有没有强制性审核错误' })
  hasErrors?: boolean | null;

  @Field(() => Date, { nullable: true, description: '在此之后改动过' })
  changedAfter?: Date | null;

  @Field(() => Boolean, { nullable: true, description: '有没有待处理的豁免申请或修改建议' })
  undecided?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '是否应当重新核对' })
  checkDue?: boolean | null;
}

/** Which report a mutation is about. */
export function WhichReport() {
  return Arg('report', () => ReportKey, { description: '哪一份报告' });
}
