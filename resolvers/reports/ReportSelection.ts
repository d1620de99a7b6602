import { Field, InputType, Int } from 'type-graphql';

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
