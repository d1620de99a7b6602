import { Extensions, Field, ObjectType } from 'type-graphql';
import type { Context } from '../edge/Context.js';
import { CellKey } from '../edge/CellKey.js';
import { Decimal } from '../edge/Decimal.js';
import { CellChange } from '../correcting/CellChange.js';
import { Line } from '../forms/Line.js';

@ObjectType({ description: '报告中的一格：数、原文、在文件中的位置', simpleResolvers: true })
export class Cell {
  @Field(() => CellKey, { description: '格的名称：表.行.列' })
  key!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: '准确的数，单位见 column.unit；null 为空白或无从得知',
  })
  value!: string | null;

  @Field(() => String, { nullable: true, description: '文件里的原文，未经整理' })
  raw!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '在文件中的位置，例如 年报!J12；文件中没有这一格时为 null',
  })
  at!: string | null;

  @Field(() => Line, { description: '所在的行' })
  row!: Line;

  @Field(() => Line, { description: '所在的列' })
  column!: Line;

  @Field(() => Boolean, { description: '现在的数是否由更正得来' })
  corrected!: boolean;

  @Extensions({ size: 3 })
  @Field(() => [CellChange], { description: '这一格的历次改动，最早的在前' })
  history!: CellChange[] | ((args: object, context: Context) => Promise<CellChange[]>);
}
