import { Field, InputType } from 'type-graphql';

@InputType({ description: '机关的筛选条件' })
export class AgencyFilter {
  @Field(() => [String], { nullable: true, description: '机关代码' })
  codes?: string[] | null;

  @Field(() => String, { nullable: true, description: '代码、名称或别名中的文字' })
  search?: string | null;
}
