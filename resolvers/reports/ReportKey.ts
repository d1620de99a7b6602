import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: '指明一份报告' })
export class ReportKey {
  @Field(() => String, { description: '机关代码' })
  agency!: string;

  @Field(() => Int, { description: '报告年度' })
  year!: number;
}
