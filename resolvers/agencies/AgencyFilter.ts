import { Field, InputType, Int } from 'type-graphql';
import { AgencyKind } from './AgencyKind.js';
import { AgencyLevel } from './AgencyLevel.js';

@InputType({ description: '机关的筛选条件' })
export class AgencyFilter {
  @Field(() => [String], { nullable: true, description: '机关代码' })
  codes?: string[] | null;

  @Field(() => String, { nullable: true, description: '代码、名称或别名中的文字' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: '这个机关和它之下的（代码）' })
  under?: string | null;

  @Field(() => [AgencyKind], { nullable: true, description: '类型' })
  kinds?: AgencyKind[] | null;

  @Field(() => [AgencyLevel], { nullable: true, description: '级别' })
  levels?: AgencyLevel[] | null;

  @Field(() => Boolean, { nullable: true, description: '是不是汇总户' })
  consolidates?: boolean | null;

  @Field(() => Int, { nullable: true, description: '这一年度年底存在的' })
  validIn?: number | null;
}
