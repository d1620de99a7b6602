import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: '报告的一段文字' })
export class SectionInput {
  @Field(() => ID, { description: '部分的名称，见 forms 的 sections' })
  id!: string;

  @Field(() => String, { description: '正文' })
  text!: string;
}
