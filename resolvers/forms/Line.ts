import { Field, ID, ObjectType } from 'type-graphql';

/** A row or a column as printed. */
@ObjectType({ description: '表中的一行或一列，名称与统一格式所印相同', simpleResolvers: true })
export class Line {
  @Field(() => ID, { description: '名称（英文），用于格的名称' })
  id!: string;

  @Field(() => String, { description: '统一格式上印的名称' })
  label!: string;

  @Field(() => String, { description: '计量单位：件、项、万元；一行中各列单位不同时为空' })
  unit!: string;
}
