import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description: '报告中的文字部分：一、总体情况，五、存在的主要问题，六、其他事项',
  simpleResolvers: true,
})
export class Section {
  @Field(() => ID, { description: '部分的名称（英文）' })
  id!: string;

  @Field(() => String, { description: '标题' })
  title!: string;

  @Field(() => String, { description: '正文' })
  text!: string;
}
