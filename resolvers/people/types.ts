import { Field, Int, ObjectType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { ReportStatus } from '../reports/types.js';
import { Role } from '../access/types.js';

@ObjectType({ description: '任职：为哪个机关、以什么角色办理', simpleResolvers: true })
export class ViewerOffice {
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

  @Field(() => ReportStatus, { description: '报告现在的状态' })
  status!: ReportStatus;

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

  @Field(() => Agency, { nullable: true, description: '现在为哪个机关办理；null 为全部机关' })
  agency!: Agency | null;

  @Field(() => [ViewerOffice], { description: '全部任职；令牌没有' })
  offices!: ViewerOffice[];

  @Field(() => Date, { nullable: true, description: '上一次登录的时间；第一次登录为 null' })
  lastSignIn!: Date | null;

  @Field(() => String, { nullable: true, description: '上一次登录的地址；不是自己的请改密码' })
  lastSignInFrom!: string | null;
}
