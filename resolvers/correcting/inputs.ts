import { Field, InputType, ID } from 'type-graphql';
import { CellKey } from '../edge/scalars.js';
import { Decimal } from '../edge/scalars.js';

@InputType({ description: '一格和它的数' })
export class CellChangeInput {
  @Field(() => CellKey, { description: '格的名称：表.行.列' })
  key!: string;

  @Field(() => Decimal, { nullable: true, description: '数；null 为空白' })
  value?: string | null;
}

@InputType({ description: '一个文字部分和它的正文' })
export class SectionChangeInput {
  @Field(() => ID, { description: '部分的名称，见 forms 的 sections：一、五、六' })
  section!: string;

  @Field(() => String, { nullable: true, description: '正文；null 为没有这一部分' })
  text?: string | null;
}
