import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: '一个文字部分和它的正文' })
export class SectionChangeInput {
  @Field(() => ID, { description: '部分的名称，见 forms 的 sections：一、五、六' })
  section!: string;

  @Field(() => String, { nullable: true, description: '正文；null 为没有这一部分' })
  text?: string | null;
}
