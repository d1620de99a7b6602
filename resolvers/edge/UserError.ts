import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: '可以预料的失败：什么不对、在哪里、怎么办', simpleResolvers: true })
export class UserError {
  @Field(() => String, { description: '代码，含义见错误目录，例如 VERSION_CONFLICT' })
  code!: string;

  @Field(() => [String], { description: '出错的参数，例如 ["changes", "0", "value"]' })
  path!: string[];

  @Field(() => String, { description: '中文说明' })
  message!: string;
}
