import { Extensions, Field, ID, Int, ObjectType } from 'type-graphql';
import { Quantity } from '../rollUp/Quantity.js';
import { CellKey } from '../edge/CellKey.js';
import { Line } from './Line.js';
import { Rule } from './Rule.js';

@ObjectType({ description: '统一格式中的一格', simpleResolvers: true })
export class FormCell {
  @Field(() => CellKey, { description: '格的名称：表.行.列' })
  key!: string;

  @Field(() => Line, { description: '所在的行' })
  row!: Line;

  @Field(() => Line, { description: '所在的列' })
  column!: Line;

  @Field(() => Quantity, { description: '填的是什么' })
  quantity!: string;
}

@ObjectType({ description: '统一格式中的一行', simpleResolvers: true })
export class FormRow {
  @Field(() => ID, { description: '行的名称（英文）' })
  id!: string;

  @Field(() => String, { description: '行名' })
  label!: string;

  @Field(() => String, { nullable: true, description: '跨行的分组名' })
  group!: string | null;
}

@ObjectType({ description: '统一格式中的一张表', simpleResolvers: true })
export class FormTable {
  @Field(() => ID, { description: '表的名称（英文）' })
  id!: string;

  @Field(() => String, { description: '表的标题' })
  title!: string;

  @Extensions({ size: 6 })
  @Field(() => [Line], { description: '各列' })
  columns!: Line[];

  @Field(() => [FormRow], { description: '各行' })
  rows!: FormRow[];

  @Extensions({ size: 60 })
  @Field(() => [FormCell], { description: '各格' })
  cells!: FormCell[];
}

@ObjectType({ description: '统一格式中的一个部分', simpleResolvers: true })
export class FormSection {
  @Field(() => ID, { description: '部分的名称（英文）' })
  id!: string;

  @Field(() => String, { description: '序号：一至六' })
  numeral!: string;

  @Field(() => String, { description: '标题' })
  title!: string;

  @Extensions({ size: 5 })
  @Field(() => [FormTable], { description: '各表；文字部分没有表' })
  tables!: FormTable[];
}

@ObjectType({ description: '政府信息公开工作年度报告的统一格式', simpleResolvers: true })
export class Form {
  @Field(() => ID, { description: '格式编号，例如 2021' })
  id!: string;

  @Field(() => String, { description: '印发文号' })
  document!: string;

  @Field(() => Int, { description: '从哪一报告年度起使用' })
  firstYear!: number;

  @Field(() => Int, { nullable: true, description: '用到哪一报告年度；null 为现行' })
  lastYear!: number | null;

  @Field(() => String, { description: '表三表头所印的说明' })
  cornerNote!: string;

  @Field(() => Int, { description: '共有多少格' })
  cellCount!: number;

  @Extensions({ size: 6 })
  @Field(() => [FormSection], { description: '各部分' })
  sections!: FormSection[];

  @Extensions({ size: 7 })
  @Field(() => [FormTable], { description: '各表' })
  tables!: FormTable[];

  @Extensions({ size: 15 })
  @Field(() => [Rule], { description: '适用的核对规则' })
  rules!: Rule[];
}
