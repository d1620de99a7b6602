import { Field, InputType } from 'type-graphql';

@InputType({ description: '要登记的机关' })
export class AgencyInput {
  @Field(() => String, {
    description: '机关代码，不与其他机关重复；知道统一社会信用代码的用统一社会信用代码',
  })
  code!: string;

  @Field(() => String, { description: '机关名称' })
  name!: string;

  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description: '别名：报告标题中会出现的其他名称',
  })
  aliases!: string[] | null;
}
