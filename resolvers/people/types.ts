import { Field, Int, ObjectType, InputType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { ReportStatus } from '../reports/types.js';
import { Role } from '../access/types.js';
import { connectionOf } from '../edge/connection.js';
import { UserError } from '../edge/userErrors.js';

@ObjectType({ description: '任职：为哪个机关、以什么角色办理', simpleResolvers: true })
class ViewerOffice {
  @Field(() => String, { description: 'PUT /session/office 用它换机关' })
  key!: string;

  @Field(() => Role, { description: '角色' })
  role!: Role;

  @Field(() => String, { nullable: true, description: '机关代码；null 为全部机关' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: '机关名称；null 为全部机关' })
  agencyName!: string | null;

  @Field(() => Boolean, { description: '现在是不是为它办理' })
  current!: boolean;
}

@ObjectType({ description: '等着办的：下一步办什么、有几份', simpleResolvers: true })
export class WaitingStep {
  @Field(() => String, { description: '办理用的 mutation，例如 reportSubmit' })
  operation!: string;

  @Field(() => String, { description: '叫什么，例如 待上报' })
  label!: string;

  @Field(() => ReportStatus, { nullable: true, description: '报告现在的状态；还没有报告的为 null' })
  status!: ReportStatus | null;

  @Field(() => Int, { description: '报告年度' })
  year!: number;

  @Field(() => Int, { description: '有几份' })
  count!: number;
}

@ObjectType({ description: '自己：登录的人，或所用的令牌', simpleResolvers: true })
export class Viewer {
  @Field(() => String, { description: '账号，或令牌的名称' })
  name!: string;

  @Field(() => String, { description: '姓名；令牌的是它的名称' })
  displayName!: string;

  @Field(() => Boolean, { description: '是登录的人，不是令牌' })
  signedIn!: boolean;

  @Field(() => Role, { description: '现在的角色' })
  role!: Role;

  @Field(() => [String], {
    description: '可以办理的各项，例如 Query.reports、Mutation.reportSubmit；三员分立时按三员的职责',
  })
  operations!: readonly string[];

  @Field(() => Agency, { nullable: true, description: '现在为哪个机关办理；null 为全部机关' })
  agency!: Agency | null;

  @Field(() => [ViewerOffice], { description: '全部任职；令牌没有' })
  offices!: ViewerOffice[];

  @Field(() => Date, { nullable: true, description: '上一次登录的时间；第一次登录为 null' })
  lastSignIn!: Date | null;

  @Field(() => String, { nullable: true, description: '上一次登录的地址；不是自己的请改密码' })
  lastSignInFrom!: string | null;
}

@ObjectType({ description: '一项任职', simpleResolvers: true })
class PersonOffice {
  @Field(() => Role, { description: '角色' })
  role!: Role;

  @Field(() => String, { nullable: true, description: '机关代码；null 为全部机关' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: '机关名称；null 为全部机关' })
  agencyName!: string | null;
}

@ObjectType({ description: '账号：谁，为哪些机关办理', simpleResolvers: true })
export class Person {
  @Field(() => String, { description: '账号，不重复，不再变' })
  name!: string;

  @Field(() => String, { description: '姓名' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: '电话' })
  telephone!: string | null;

  @Field(() => [PersonOffice], { description: '任职；只有自己范围之内的' })
  offices!: readonly PersonOffice[];

  @Field(() => Boolean, { description: '还在用第一次的密码，或刚被重置' })
  passwordChangeRequired!: boolean;

  @Field(() => String, { description: '由谁开通' })
  createdBy!: string;

  @Field(() => Date, { description: '开通时间' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: '最近一次登录' })
  lastSignIn!: Date | null;

  @Field(() => Date, { nullable: true, description: '停用时间；没有停用时为 null' })
  closedAt!: Date | null;
}

export const PersonConnection = connectionOf('Person', '账号', () => Person);

@ObjectType({ description: '机关的联系人', simpleResolvers: true })
export class Contact {
  @Field(() => String, { description: '姓名' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: '电话' })
  telephone!: string | null;

  @Field(() => Role, { description: '角色' })
  role!: Role;
}

@ObjectType({ description: '改动账号的结果', simpleResolvers: true })
export class PersonPayload {
  @Field(() => Person, { nullable: true, description: '改动后的账号；失败时为 null' })
  person!: Person | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@ObjectType({ description: '一个账号和它的首次密码', simpleResolvers: true })
export class FirstPassword {
  @Field(() => Person, { description: '账号' })
  person!: Person;

  @Field(() => String, { description: '首次密码，以后不再显示；登录后须先修改' })
  firstPassword!: string;
}

@ObjectType({ description: '开通账号或重置密码的结果', simpleResolvers: true })
export class FirstPasswordPayload {
  @Field(() => Person, { nullable: true, description: '账号；失败时为 null' })
  person!: Person | null;

  @Field(() => String, { nullable: true, description: '首次密码，以后不再显示；失败时为 null' })
  firstPassword!: string | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@ObjectType({ description: '按名单开通账号的结果：全部开通，或一个也不开通', simpleResolvers: true })
export class PeopleImportPayload {
  @Field(() => [FirstPassword], { description: '开通的账号和首次密码，可印成密码条；以后不再显示' })
  people!: FirstPassword[];

  @Field(() => [String], { description: '早已开通、没有改动的账号' })
  known!: readonly string[];

  @Field(() => [UserError], { description: '可以预料的失败，path 是名单的行；为空时成功' })
  userErrors!: UserError[];
}

@InputType({ description: '一项任职' })
export class PersonOfficeInput {
  @Field(() => Role, { description: '角色' })
  role!: Role;

  @Field(() => String, { nullable: true, description: '机关代码；不填时为全部机关。填报人员必填' })
  agency?: string | null;
}

@InputType({ description: '要开通的账号' })
export class PersonInput {
  @Field(() => String, { description: '账号：1 至 50 个字母、数字、汉字或 . _ - @' })
  name!: string;

  @Field(() => String, { description: '姓名' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: '电话' })
  telephone?: string | null;

  @Field(() => [PersonOfficeInput], { description: '任职，登录后先为第一个机关办理' })
  offices!: PersonOfficeInput[];
}

@InputType({ description: '要改的各项；不填的不变' })
export class PersonUpdateInput {
  @Field(() => String, { nullable: true, description: '姓名' })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: '电话；null 为删去' })
  telephone?: string | null;

  @Field(() => [PersonOfficeInput], { nullable: true, description: '全部任职；改了之后须重新登录' })
  offices?: PersonOfficeInput[] | null;
}

@InputType({ description: '账号名单' })
export class PeopleImportInput {
  @Field(() => String, { description: '文件名，例如 账号.xlsx' })
  fileName!: string;

  @Field(() => String, {
    description:
      '文件内容（CSV 或工作簿），base64。第一行是列名：账号、姓名、机关代码、角色、电话；一人几个任职写几行',
  })
  content!: string;
}

@InputType({ description: '筛选账号' })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: '账号、姓名或电话里的字' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: '这个机关（代码）及其下级的' })
  under?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true：只要停用的；false：只要没有停用的' })
  closed?: boolean | null;
}
