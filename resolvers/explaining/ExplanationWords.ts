import { Field, ObjectType } from 'type-graphql';
import { CellKey } from '../edge/CellKey.js';

/** What was said about a finding, by whom and when. */
@ObjectType({ simpleResolvers: true })
export abstract class ExplanationWords {
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
