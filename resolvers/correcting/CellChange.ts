import { Field, Int, ObjectType } from 'type-graphql';
import { CellKey } from '../edge/CellKey.js';
import { Decimal } from '../edge/Decimal.js';

@ObjectType({ description: '一格的一次改动', simpleResolvers: true })
export class CellChange {
  @Field(() => CellKey, { description: '格的名称' })
  key!: string;

  @Field(() => Decimal, { nullable: true, description: '改动前的数，null 为空白' })
  before!: string | null;

  @Field(() => Decimal, { nullable: true, description: '改动后的数，null 为空白' })
  after!: string | null;

  @Field(() => Int, { description: '改动后的报告版本' })
  version!: number;
}
