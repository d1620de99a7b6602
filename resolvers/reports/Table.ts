import { Extensions, Field, ID, ObjectType } from 'type-graphql';
import { Line } from '../forms/Line.js';
import { Row } from './Row.js';

@ObjectType({ description: '报告中的一张表', simpleResolvers: true })
export class Table {
  @Field(() => ID, { description: '表的名称（英文），例如 requests' })
  id!: string;

  @Field(() => String, { description: '表的标题，与统一格式所印相同' })
  title!: string;

  @Extensions({ size: 6 })
  @Field(() => [Line], { description: '各列' })
  columns!: Line[];

  @Extensions({ size: 6 })
  @Field(() => [Row], { description: '各行' })
  rows!: Row[];
}
