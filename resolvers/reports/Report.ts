import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import type { ReportBase, ReportCells } from '../../src/filing/reports/storedReport.js';
import { CheckCause } from './CheckCause.js';
import { ReportStatus } from './ReportStatus.js';

/** A stored report, read as far as the query asks. What is not read yet is loaded when a field needs it. */
export type ReportSource = ReportBase & Partial<ReportCells>;

@ObjectType({ description: '一个机关一个年度的政府信息公开工作年度报告', simpleResolvers: true })
export class Report {
  @Field(() => ID, { description: '内部编号' })
  id!: string;

  @Field(() => Agency, { description: '行政机关' })
  agency!: Agency;

  @Field(() => Int, { description: '报告年度' })
  year!: number;

  @Field(() => ReportStatus, { description: '状态' })
  status!: ReportStatus;

  @Field(() => Int, { description: '现在的版本；更正时作为 expectedVersion' })
  version!: number;

  @Field(() => Date, { description: '最近一次改动的时间' })
  changedAt!: Date;

  @Field(() => Int, { description: '强制性审核错误的个数' })
  errorCount!: number;

  @Field(() => Int, { description: '需要核实说明的个数' })
  explainCount!: number;

  @Field(() => Date, { description: '最近一次核对的时间' })
  checkedAt!: Date;

  @Field(() => CheckCause, { description: '最近一次核对的原因' })
  checkCause!: CheckCause;

  @Field(() => String, { description: '最近一次核对所用的规则：最近改动的日期和各规则的版本数' })
  ruleSet!: string;
}
