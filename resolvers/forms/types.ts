import { registerEnumType, Field, ID, ObjectType, Extensions, Int } from 'type-graphql';
import { Day, CellKey } from '../edge/scalars.js';
import { Node } from '../../entities/Node.js';

/** 强制性审核 is ERROR, 核实性审核 is EXPLAIN. */
export enum Severity {
  ERROR = 'error',
  EXPLAIN = 'explain',
  WARNING = 'warning',
  INFO = 'info',
}

registerEnumType(Severity, {
  name: 'Severity',
  description: '严重程度',
  valuesConfig: {
    ERROR: { description: '强制性审核：必须改正，否则不能上报' },
    EXPLAIN: { description: '核实性审核：改正，或用文字说明后才能上报' },
    WARNING: { description: '提醒：建议核对' },
    INFO: { description: '提示：已作的整理' },
  },
});

export enum Quantity {
  COUNT = 'count',
  CHANGE = 'change',
  MONEY = 'money',
}

registerEnumType(Quantity, {
  name: 'Quantity',
  description: '一格里填的是什么',
  valuesConfig: {
    COUNT: { description: '数量：不小于零的整数' },
    CHANGE: { description: '增减：整数，可为负' },
    MONEY: { description: '金额：万元，最多六位小数' },
  },
});

/** A row or a column as printed. */
@ObjectType({ description: '表中的一行或一列，名称与统一格式所印相同', simpleResolvers: true })
export class Line {
  @Field(() => String, { description: '名称（英文），用于格的名称' })
  key!: string;

  @Field(() => String, { description: '统一格式上印的名称' })
  label!: string;

  @Field(() => String, { description: '计量单位：件、项、万元；一行中各列单位不同时为空' })
  unit!: string;
}

@ObjectType({ description: '统一格式中的一格', simpleResolvers: true })
export class FormCell {
  @Field(() => CellKey, { description: '格的名称：表.行.列' })
  key!: CellKey;

  @Field(() => Line, { description: '所在的行' })
  row!: Line;

  @Field(() => Line, { description: '所在的列' })
  column!: Line;

  @Field(() => Quantity, { description: '填的是什么' })
  quantity!: string;
}

@ObjectType({ description: '统一格式中的一行', simpleResolvers: true })
export class FormRow {
  @Field(() => String, { description: '行的名称（英文）' })
  key!: string;

  @Field(() => String, { description: '行名' })
  label!: string;

  @Field(() => String, { nullable: true, description: '跨行的分组名' })
  group!: string | null;
}

@ObjectType({ description: '统一格式中的一张表', simpleResolvers: true })
export class FormTable {
  @Field(() => String, { description: '表的名称（英文）' })
  key!: string;

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
  @Field(() => String, { description: '部分的名称（英文）' })
  key!: string;

  @Field(() => String, { description: '序号：一至六' })
  numeral!: string;

  @Field(() => String, { description: '标题' })
  title!: string;

  @Extensions({ size: 5 })
  @Field(() => [FormTable], { description: '各表；文字部分没有表' })
  tables!: FormTable[];
}

@ObjectType({ description: '政府信息公开工作年度报告的统一格式', simpleResolvers: true, implements: Node })
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

@ObjectType({ description: '规则的一个版本', simpleResolvers: true })
export class RuleVersion {
  @Field(() => Int, { description: '第几版，从 1 起' })
  version!: number;

  @Field(() => Day, { description: '从哪一天起使用，例如 2026-11-21' })
  since!: string;

  @Field(() => String, { description: '改动了什么' })
  words!: string;
}

@ObjectType({ description: '核对规则（勾稽关系等）', simpleResolvers: true, implements: Node })
export class Rule {
  @Field(() => ID, { description: '规则编号，例如 R-BALANCE' })
  id!: string;

  @Field(() => Severity, { description: '违反时的严重程度' })
  severity!: string;

  @Field(() => String, { description: '依据：表上所印的文字、法条或审核惯例' })
  basis!: string;

  @Field(() => String, { description: '规则的内容' })
  formula!: string;

  @Field(() => [String], { description: '常用的说明，（　　）处由说明的人填写' })
  readyExplanations!: readonly string[];

  @Extensions({ size: 2 })
  @Field(() => [RuleVersion], { description: '各版本，最早的在前。规则改动后，此前的核对应当重做' })
  versions!: readonly RuleVersion[];

  @Extensions({ size: 2 })
  @Field(() => [Form], { description: '适用的统一格式' })
  form!: Form[];
}
