import { Field, InputType } from 'type-graphql';
import { AgencyKind } from './AgencyKind.js';
import { AgencyLevel } from './AgencyLevel.js';

/** What is said of an agency beside its code and name. */
@InputType()
export class AgencyFields {
  @Field(() => [String], { nullable: true, description: '别名：报告标题中会出现的其他名称' })
  aliases?: string[] | null;

  @Field(() => String, { nullable: true, description: '上级机关的代码；最上级没有' })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: '统一社会信用代码（GB 32100-2015）' })
  uscc?: string | null;

  @Field(() => String, { nullable: true, description: '行政区划代码（GB/T 2260），六位数字' })
  divisionCode?: string | null;

  @Field(() => AgencyLevel, { nullable: true, description: '级别' })
  level?: AgencyLevel | null;

  @Field(() => AgencyKind, { nullable: true, description: '类型' })
  kind?: AgencyKind | null;

  @Field(() => Boolean, { nullable: true, description: '汇总户：它的报告是之下各机关之和' })
  consolidates?: boolean | null;

  @Field(() => String, { nullable: true, description: '自己的期限，月和日，例如 01-20' })
  deadline?: string | null;

  @Field(() => Boolean, { nullable: true, description: '有无规章制定权；不详时不填' })
  makesRules?: boolean | null;

  @Field(() => String, { nullable: true, description: '设立日期，例如 2019-03-01' })
  validFrom?: string | null;

  @Field(() => String, { nullable: true, description: '撤销日期' })
  validTo?: string | null;
}
