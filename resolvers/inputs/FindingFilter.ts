import { Field, ID, InputType, Int } from 'type-graphql';
import { Severity } from '../enums/Severity.js';

@InputType({ description: '核对结果的筛选条件，须同时满足' })
export class FindingFilter {
  @Field(() => [Int], { nullable: true, description: '报告年度' })
  years?: number[] | null;

  @Field(() => [String], { nullable: true, description: '机关代码' })
  agencies?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: '某机关及其下级（机关代码）。登记了机关的上下级关系后可用',
  })
  under?: string | null;

  @Field(() => [ID], { nullable: true, description: '规则编号，例如 R-BALANCE' })
  rules?: string[] | null;

  @Field(() => [Severity], { nullable: true, description: '严重程度' })
  severities?: Severity[] | null;
}
