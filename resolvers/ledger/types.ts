import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import type { LedgerHead } from '../../src/filing/ledger/loadLedger.js';
import { CellKey, Day, Decimal } from '../edge/scalars.js';
import { connectionOf } from '../edge/connection.js';
import { UserError } from '../edge/userErrors.js';
import { Finding } from '../judging/types.js';
import { CellDifference, Report } from '../reports/types.js';
import type { Sha256 } from '../../src/brands/brands.js';

@ObjectType({
  description: '台账里的一件申请：编号、类型、日期、结果；不含姓名、联系方式和申请内容',
  simpleResolvers: true,
})
export class LedgerCase {
  @Field(() => String, { description: '申请编号' })
  number!: string;

  @Field(() => String, { nullable: true, description: '申请人类型：表三的一列，例如 naturalPerson' })
  applicant!: string | null;

  @Field(() => Day, { nullable: true, description: '收到日期' })
  received!: string | null;

  @Field(() => String, { nullable: true, description: '申请方式：inPerson、post、online、email、fax、other' })
  channel!: string | null;

  @Field(() => String, { nullable: true, description: '补正告知：日期，或 yes（没有写日期）' })
  correctionAsked!: string | null;

  @Field(() => Day, { nullable: true, description: '收到补正的日期' })
  correctionReceived!: string | null;

  @Field(() => String, { nullable: true, description: '征求第三方意见：日期，或 yes' })
  thirdPartyAsked!: string | null;

  @Field(() => Day, { nullable: true, description: '收到第三方意见的日期' })
  thirdPartyReplied!: string | null;

  @Field(() => String, { nullable: true, description: '延期：日期，或 yes' })
  extended!: string | null;

  @Field(() => Day, { nullable: true, description: '答复日期' })
  answered!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '办理结果：表三的一行，例如 disclosed；open 为没有办结',
  })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: '收费金额（元）；0 为收费而没有写金额' })
  fee!: string | null;

  @Field(() => String, { nullable: true, description: '复议结果：表四的一列' })
  reconsiderationResult!: string | null;

  @Field(() => String, { nullable: true, description: '诉讼在表四的哪一组' })
  litigationRoute!: string | null;

  @Field(() => String, { nullable: true, description: '诉讼结果：表四的一列' })
  litigationResult!: string | null;

  @Field(() => Day, { nullable: true, description: '复议决定日期：计入这一天所在年度的表四' })
  reconsiderationDecided!: string | null;

  @Field(() => Day, { nullable: true, description: '诉讼裁判日期' })
  litigationDecided!: string | null;
}

export const LedgerCaseConnection = connectionOf('LedgerCase', '台账里的各件', () => LedgerCase);

@ObjectType({ description: '超过期限的一件', simpleResolvers: true })
export class LateCase {
  @Field(() => String, { description: '申请编号' })
  case!: string;

  @Field(() => Day, { description: '最迟应当答复的日子' })
  due!: string;

  @Field(() => Day, { nullable: true, description: '答复日期；没有答复时为 null' })
  answered!: string | null;
}

@ObjectType({ description: '台账的一个版本：一次导入改变了哪些件', simpleResolvers: true })
export class LedgerVersion {
  @Field(() => Int, { description: '第几版' })
  number!: number;

  @Field(() => Date, { description: '导入的时间' })
  createdAt!: Date;

  @Field(() => String, { description: '谁导入的' })
  createdBy!: string;

  @Field(() => String, { description: '文件的 SHA-256；文件本身不保存' })
  sha256!: Sha256;

  @Field(() => Int, { description: '共几件' })
  cases!: number;

  @Field(() => Int, { description: '新增几件' })
  came!: number;

  @Field(() => Int, { description: '去掉几件' })
  went!: number;

  @Field(() => Int, { description: '改动几件' })
  changed!: number;
}

enum CarryFaultKind {
  MISSING = 'MISSING',
  UNEXPECTED = 'UNEXPECTED',
}

registerEnumType(CarryFaultKind, {
  name: 'CarryFaultKind',
  description: '跨年度逐件核对的不符',
  valuesConfig: {
    MISSING: { description: '上年结转下来，本年的台账里没有' },
    UNEXPECTED: { description: '本年作为上年结转，上年的台账里没有结转' },
  },
});

@ObjectType({ description: '跨年度接不上的一件', simpleResolvers: true })
export class CarryFault {
  @Field(() => String, { description: '申请编号' })
  number!: string;

  @Field(() => CarryFaultKind, { description: '怎样接不上' })
  kind!: string;
}

export type LedgerSource = LedgerHead;

@ObjectType({ description: '一个机关一个年度的依申请公开台账', simpleResolvers: true })
export class Ledger {
  @Field(() => Agency, { description: '行政机关' })
  agency!: Agency;

  @Field(() => Int, { description: '年度' })
  year!: number;

  @Field(() => Int, { description: '现在的版本' })
  version!: number;

  @Field(() => Date, { description: '最近一次改动的时间' })
  changedAt!: Date;
}

@ObjectType({ description: '填报的数与台账数出的不同的一格', simpleResolvers: true })
export class LedgerDifference {
  @Field(() => CellKey, { description: '哪一格' })
  cell!: CellKey;

  @Field(() => Decimal, { nullable: true, description: '填报的数；空白为 null' })
  typed!: string | null;

  @Field(() => Decimal, { description: '台账数出的数' })
  counted!: string;

  @Field(() => [LedgerCase], { description: '这一格数进去的各件' })
  cases!: readonly LedgerCase[];
}

@ObjectType({ description: '报告的表三、表四最近一次从台账的哪一版数出', simpleResolvers: true })
export class CountedFrom {
  @Field(() => Int, { description: '报告的版本' })
  reportVersion!: number;

  @Field(() => Int, { description: '数的是台账的第几版' })
  ledgerVersion!: number;

  @Field(() => Int, { description: '台账现在的版本；大于 ledgerVersion 时台账后来有改动' })
  currentVersion!: number;
}

@ObjectType({ description: '由台账数出报告的结果', simpleResolvers: true })
export class ReportFromLedgerPayload {
  @Field(() => Report, { nullable: true, description: '现在的报告（预览时不变）；还没有报告或失败时为 null' })
  report!: Report | null;

  @Field(() => [CellDifference], { description: '与现在的报告不同的各格' })
  diff!: readonly CellDifference[];

  @Field(() => [Finding], { description: '由此消除的核对结果' })
  resolved!: Finding[];

  @Field(() => [Finding], { description: '由此新出现的核对结果' })
  introduced!: Finding[];

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@ObjectType({ description: '一年的工作日安排', simpleResolvers: true })
export class WorkYear {
  @Field(() => Int, { description: '年份' })
  year!: number;

  @Field(() => String, { description: '依据' })
  source!: string;

  @Field(() => [String], { description: '周一至周五放假的日子，例如 10-01' })
  off!: string[];

  @Field(() => [String], { description: '周六、周日上班的日子' })
  working!: string[];
}

@ObjectType({ description: '补录一年工作日的结果', simpleResolvers: true })
export class WorkYearPayload {
  @Field(() => WorkYear, { nullable: true, description: '补录的一年；失败时为 null' })
  workYear!: WorkYear | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

export enum StatisticGrouping {
  OFFICE = 'OFFICE',
  MONTH = 'MONTH',
  APPLICANT = 'APPLICANT',
}

registerEnumType(StatisticGrouping, {
  name: 'StatisticGrouping',
  description: '台账统计按什么分组',
  valuesConfig: {
    OFFICE: { description: '按机关' },
    MONTH: { description: '按收到的月份' },
    APPLICANT: { description: '按申请人类型' },
  },
});

@ObjectType({ description: '一种办理结果有几件', simpleResolvers: true })
export class OutcomeCount {
  @Field(() => String, { description: '表三的一行' })
  outcome!: string;

  @Field(() => Int, { description: '件数' })
  cases!: number;
}

@ObjectType({
  description: '台账统计的一组；对机关以外的人，少于三件的组不给出数',
  simpleResolvers: true,
})
export class StatisticGroup {
  @Field(() => String, { description: '机关代码、月份或表三的一列；合计为空' })
  key!: string;

  @Field(() => String, { description: '名称' })
  label!: string;

  @Field(() => Int, { nullable: true, description: '收到几件' })
  cases!: number | null;

  @Field(() => Int, { nullable: true, description: '已答复几件' })
  answered!: number | null;

  @Field(() => Int, { nullable: true, description: '从收到到答复的天数，中位数' })
  medianDays!: number | null;

  @Field(() => Int, { nullable: true, description: '从收到到答复的天数，九成不超过' })
  ninetiethDays!: number | null;

  @Field(() => Int, { nullable: true, description: '延期几件' })
  extended!: number | null;

  @Field(() => [OutcomeCount], { description: '各种办理结果，多的在前' })
  outcomes!: readonly OutcomeCount[];
}

@ObjectType({ description: '一个机关和它之下各机关的台账统计', simpleResolvers: true })
export class LedgerStatistics {
  @Field(() => Int, { description: '有台账的机关数' })
  offices!: number;

  @Field(() => StatisticGroup, { description: '合计' })
  whole!: StatisticGroup;

  @Field(() => [StatisticGroup], { description: '各组' })
  groups!: readonly StatisticGroup[];
}
