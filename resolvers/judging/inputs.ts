import { Field, ID, InputType } from 'type-graphql';
import { Severity } from '../forms/types.js';
import { ReportSelection } from '../reports/inputs.js';

@InputType({ description: '核对结果的筛选条件，须同时满足' })
export class FindingFilter extends ReportSelection {
  @Field(() => [ID], { nullable: true, description: '规则编号，例如 R-BALANCE' })
  rules?: string[] | null;

  @Field(() => [Severity], { nullable: true, description: '严重程度' })
  severities?: Severity[] | null;
}
