import { Field, InputType } from 'type-graphql';
import { CellKey } from '../edge/CellKey.js';
import { Decimal } from '../edge/Decimal.js';

@InputType({ description: '一格和它的数' })
export class CellChangeInput {
  @Field(() => CellKey, { description: '格的名称：表.行.列' })
  key!: string;

  @Field(() => Decimal, { nullable: true, description: '数；null 为空白' })
  value?: string | null;
}
