import '../agencies/types.js';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { ReportStatus } from '../reports/types.js';
import { Day } from '../edge/scalars.js';
import { connectionOf } from '../edge/connection.js';
import { UserError } from '../edge/userErrors.js';

@ObjectType({ description: '一个机关和它之下各机关的填报进度', simpleResolvers: true })
export class ProgressCount {
  @Field(() => Agency, { description: '机关' })
  agency!: Agency;

  @Field(() => Int, { description: '应报的机关数' })
  total!: number;

  @Field(() => Int, { description: '还没有填报' })
  notStarted!: number;

  @Field(() => Int, { description: '草稿' })
  draft!: number;

  @Field(() => Int, { description: '已上报，待审核' })
  submitted!: number;

  @Field(() => Int, { description: '已退回' })
  returned!: number;

  @Field(() => Int, { description: '审核通过，待发布' })
  accepted!: number;

  @Field(() => Int, { description: '已发布' })
  published!: number;

  @Field(() => Int, { description: '发布后更正中' })
  correcting!: number;

  @Field(() => Int, { description: '逾期：过了期限还没有发布，或发布晚于期限' })
  late!: number;
}

@ObjectType({ description: '一天里办了多少', simpleResolvers: true })
export class SeasonDay {
  @Field(() => Day, { description: '日期' })
  day!: string;

  @Field(() => Int, { description: '这一天上报的；后来退回、撤回而没有再上报的不算' })
  submitted!: number;

  @Field(() => Int, { description: '这一天首次发布的' })
  published!: number;

  @Field(() => Int, { description: '期限是这一天的' })
  due!: number;
}

@ObjectType({ description: '填报进度：合计，和直接下级各机关（含其下级）的进度', simpleResolvers: true })
export class Progress extends ProgressCount {
  @Field(() => [ProgressCount], { description: '直接下级各机关，按代码排列；再往下以它为机关再查' })
  children!: ProgressCount[];

  @Field(() => [SeasonDay], { description: '按日：有上报、发布或期限的各日，最早的在前' })
  days!: SeasonDay[];
}

@ObjectType({ description: '催报名单中的一个机关', simpleResolvers: true })
export class Reminder {
  @Field(() => Agency, { description: '机关' })
  agency!: Agency;

  @Field(() => ReportStatus, { nullable: true, description: '报告的状态；还没有填报时为 null' })
  status!: ReportStatus | null;

  @Field(() => Day, { description: '期限，例如 2025-01-31' })
  deadline!: string;

  @Field(() => Int, { description: '离期限还有几天；负数为逾期的天数' })
  daysLeft!: number;
}

export const ReminderConnection = connectionOf('Reminder', '催报名单', () => Reminder);

@ObjectType({ description: '设定期限的结果', simpleResolvers: true })
export class DeadlinePayload {
  @Field(() => String, { nullable: true, description: '设定的月和日；取消或失败时为 null' })
  day!: string | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@ObjectType({ description: '一个地方对报告的要求', simpleResolvers: true })
export class Requirement {
  @Field(() => Int, { nullable: true, description: '一（总体情况）的字数上限，不计空白；null 为不限' })
  longestOverview!: number | null;

  @Field(() => Int, { nullable: true, description: '与上年文字雷同的限度，百分之几；null 为通常的限度' })
  mostLikeness!: number | null;

  @Field(() => [String], { description: '应写明的内容' })
  statements!: readonly string[];
}

@InputType({ description: '一个地方对报告的要求' })
export class RequirementInput {
  @Field(() => Int, { nullable: true, description: '一（总体情况）的字数上限，不计空白；不填为不限' })
  longestOverview?: number | null;

  @Field(() => Int, { nullable: true, description: '与上年文字雷同的限度，百分之几；不填为通常的限度' })
  mostLikeness?: number | null;

  @Field(() => [String], { nullable: true, description: '应写明的内容' })
  statements?: readonly string[] | null;
}

@ObjectType({ description: '设定要求的结果', simpleResolvers: true })
export class RequirementPayload {
  @Field(() => Requirement, { nullable: true, description: '现在的要求；取消了或被拒绝时为 null' })
  requirement!: Requirement | null;

  @Field(() => [UserError], { description: '被拒绝的原因' })
  userErrors!: readonly UserError[];
}
