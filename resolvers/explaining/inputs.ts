import { Field, ID, InputType, Int } from 'type-graphql';
import { ReportKey } from '../reports/inputs.js';

@InputType({ description: '对一个核对结果的说明' })
export class FindingExplainInput {
  @Field(() => ReportKey, { description: '哪一份报告' })
  report!: ReportKey;

  @Field(() => ID, { description: '核对结果的编号，见 Report.findings；只有核实性审核的可以说明' })
  finding!: string;

  @Field(() => String, { description: '说明：数字为什么是这样，8 至 500 字，不用套话' })
  text!: string;

  @Field(() => Int, { nullable: true, description: '所依据的版本；填写时，已被别人改动的不保存' })
  expectedVersion?: number | null;
}
