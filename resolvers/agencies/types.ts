import { agencyKinds, agencyLevels } from '../../src/words/agencyKinds.js';
import { described } from '../../src/words/described.js';
import { type ClassType, registerEnumType, Field, ObjectType, InputType, Int } from 'type-graphql';
import {
  fieldNamed,
  fieldNames,
  type AgencyFields as KnownFields,
} from '../../src/filing/agencies/agencyFields.js';
import { AgencyKind } from '../../entities/agencies/AgencyKind.js';
import { AgencyLevel } from '../../entities/agencies/AgencyLevel.js';
import { Agency } from '../../entities/agencies/Agency.js';
import { Day } from '../edge/scalars.js';
import { UserError } from '../edge/userErrors.js';
import { connectionOf } from '../edge/connection.js';

registerEnumType(AgencyKind, {
  name: 'AgencyKind',
  description: '机关的类型',
  valuesConfig: described(agencyKinds),
});

export { AgencyKind };

registerEnumType(AgencyLevel, {
  name: 'AgencyLevel',
  description: '机关的级别',
  valuesConfig: described(agencyLevels),
});

export { AgencyLevel };

@ObjectType({ description: '曾用名', simpleResolvers: true })
export class FormerName {
  @Field(() => String, { description: '名称' })
  name!: string;

  @Field(() => Day, { description: '用到哪一天' })
  until!: string;
}

@ObjectType({ description: '登记机关的结果', simpleResolvers: true })
export class AgencyPayload {
  @Field(() => Agency, { nullable: true, description: '登记的机关；失败时为 null' })
  agency!: Agency | null;

  @Field(() => [UserError], { description: '提醒：已经保存，但请再核对，例如统一社会信用代码的校验码' })
  warnings!: UserError[];

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@InputType({ description: '机关名单' })
export class AgenciesImportInput {
  @Field(() => String, { description: '文件名，例如 机关.xlsx' })
  fileName!: string;

  @Field(() => String, {
    description:
      '文件内容（CSV 或工作簿），base64。第一行是列名，“代码”“名称”必有；上级写“上级代码”，可以在名单的任何一行',
  })
  content!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: '已登记的按名单更新；不更新时名称须与登记的一致',
  })
  update!: boolean;
}

@ObjectType({ description: '按名单登记机关的结果：全部登记，或一个也不登记', simpleResolvers: true })
export class AgenciesImportPayload {
  @Field(() => Int, { description: '新登记了几个' })
  registered!: number;

  @Field(() => Int, { description: '更新了几个' })
  changed!: number;

  @Field(() => Int, { description: '早已登记、没有改动的几个' })
  known!: number;

  @Field(() => [UserError], { description: '提醒：已经登记，例如去掉了名称里看不见的字符' })
  warnings!: UserError[];

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

export const AgencyConnection = connectionOf('Agency', '行政机关', () => Agency);

type Given = { [Name in Exclude<keyof KnownFields, 'name'>]?: KnownFields[Name] | null };

const graphTypes = {
  ...{ text: () => String, day: () => Day, texts: () => [String], yesNo: () => Boolean },
  ...{ level: () => AgencyLevel, kind: () => AgencyKind },
};

/** What is said of an agency beside its code and name, as the list of its fields has it. */
export const AgencyFields = givenFields();

function givenFields(): ClassType<Given> {
  class AgencyFields {}
  for (const name of fieldNames.filter((each) => each !== 'name')) {
    const { type, description } = fieldNamed(name);
    Field(graphTypes[type], { nullable: true, description })(AgencyFields.prototype, name);
  }
  InputType()(AgencyFields);
  return AgencyFields;
}

@InputType({ description: '机关的筛选条件' })
export class AgencyFilter {
  @Field(() => [String], { nullable: true, description: '机关代码' })
  codes?: string[] | null;

  @Field(() => String, { nullable: true, description: '代码、名称或别名中的文字' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: '这个机关和它之下的（代码）' })
  under?: string | null;

  @Field(() => [AgencyKind], { nullable: true, description: '类型' })
  kinds?: AgencyKind[] | null;

  @Field(() => [AgencyLevel], { nullable: true, description: '级别' })
  levels?: AgencyLevel[] | null;

  @Field(() => Boolean, { nullable: true, description: '是不是汇总户' })
  consolidates?: boolean | null;

  @Field(() => Int, { nullable: true, description: '这一年度年底存在的' })
  validIn?: number | null;
}

@InputType({ description: '要登记的机关' })
export class AgencyInput extends AgencyFields {
  @Field(() => String, {
    description: '机关代码，不与其他机关重复；知道统一社会信用代码的用统一社会信用代码',
  })
  code!: string;

  @Field(() => String, { description: '机关名称' })
  name!: string;
}

@InputType({ description: '要改的各项；不写的不变，写 null 的清空' })
export class AgencyChangeInput extends AgencyFields {
  @Field(() => String, { nullable: true, description: '新的名称；原来的名称留作别名' })
  name?: string | null;
}
