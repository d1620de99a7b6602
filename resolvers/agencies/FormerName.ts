import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: '曾用名', simpleResolvers: true })
export class FormerName {
  @Field(() => String, { description: '名称' })
  name!: string;

  @Field(() => String, { description: '用到哪一天' })
  until!: string;
}
