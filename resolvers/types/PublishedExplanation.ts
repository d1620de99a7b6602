import { Field, ID, ObjectType } from 'type-graphql';
import { CellKey } from '../scalars/CellKey.js';

@ObjectType({ description: '发布时有效的核实说明', simpleResolvers: true })
export class PublishedExplanation {
  @Field(() => ID, { description: '所说明的规则的编号' })
  rule!: string;

  @Field(() => [CellKey], { description: '所涉各格' })
  cells!: readonly string[];

  @Field(() => String, { nullable: true, description: '所涉的文字；只涉及数字时为 null' })
  sentence!: string | null;

  @Field(() => String, { description: '说明' })
  text!: string;

  @Field(() => Date, { description: '时间' })
  at!: Date;

  @Field(() => String, { description: '由谁说明（令牌的名称）' })
  author!: string;
}
