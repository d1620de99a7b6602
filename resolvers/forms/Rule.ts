import { Extensions, Field, ID, Int, ObjectType } from 'type-graphql';
import { Severity } from '../judging/Severity.js';
import { Form } from './Form.js';

@ObjectType({ description: '规则的一个版本', simpleResolvers: true })
export class RuleVersion {
  @Field(() => Int, { description: '第几版，从 1 起' })
  version!: number;

  @Field(() => String, { description: '从哪一天起使用，例如 2026-11-21' })
  since!: string;

  @Field(() => String, { description: '改动了什么' })
  words!: string;
}

@ObjectType({ description: '核对规则（勾稽关系等）', simpleResolvers: true })
export class Rule {
  @Field(() => ID, { description: '规则编号，例如 R-BALANCE' })
  id!: string;

  @Field(() => Severity, { description: '违反时的严重程度' })
  severity!: string;

  @Field(() => String, { description: '依据：表上所印的文字、法条或审核惯例' })
  basis!: string;

  @Field(() => String, { description: '规则的内容' })
  formula!: string;

  @Extensions({ size: 2 })
  @Field(() => [RuleVersion], { description: '各版本，最早的在前。规则改动后，此前的核对应当重做' })
  versions!: readonly RuleVersion[];

  @Extensions({ size: 2 })
  @Field(() => [Form], { description: '适用的统一格式' })
  form!: Form[];
}
