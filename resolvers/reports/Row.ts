import { Extensions, Field, ID, ObjectType } from 'type-graphql';
import { Cell } from './Cell.js';

@ObjectType({ description: '报告中表的一行', simpleResolvers: true })
export class Row {
  @Field(() => ID, { description: '行的名称（英文）' })
  id!: string;

  @Field(() => String, { description: '行名' })
  label!: string;

  @Field(() => String, { nullable: true, description: '跨行的分组名，例如 （三）不予公开' })
  group!: string | null;

  @Extensions({ size: 6 })
  @Field(() => [Cell], { description: '这一行的各格，依列的次序' })
  cells!: Cell[];
}
