import { registerEnumType, Field, ObjectType, InputType } from 'type-graphql';
import { Proposal } from '../../entities/workflow/Proposal.js';
import { ProposalStatus } from '../../entities/workflow/ProposalStatus.js';
import { Publication } from '../../entities/workflow/Publication.js';
import { ReportTransition } from '../../entities/workflow/ReportTransition.js';
import { Waiver } from '../../entities/workflow/Waiver.js';
import { WaiverStatus } from '../../entities/workflow/WaiverStatus.js';
import { CellKey } from '../edge/scalars.js';
import { UserError } from '../edge/userErrors.js';
import { Report } from '../reports/types.js';

registerEnumType(ProposalStatus, {
  name: 'ProposalStatus',
  description: '修改建议的处理结果',
  valuesConfig: {
    OPEN: { description: '待处理' },
    TAKEN: { description: '已采纳，成为更正' },
    DECLINED: { description: '未采纳' },
  },
});

export { ProposalStatus };

registerEnumType(WaiverStatus, {
  name: 'WaiverStatus',
  description: '豁免申请的处理结果',
  valuesConfig: {
    REQUESTED: { description: '待处理' },
    GRANTED: { description: '已批准，到期失效' },
    REFUSED: { description: '未批准' },
  },
});

export { WaiverStatus };

const userErrorsDescription = '可以预料的失败；为空时成功';

@ObjectType({ description: '现在可以办理的一步', simpleResolvers: true })
export class NextStep {
  @Field(() => String, { description: '所用的操作，例如 reportSubmit' })
  operation!: string;

  @Field(() => String, { description: '名称，例如 上报' })
  label!: string;

  @Field(() => String, { description: '由谁办理' })
  who!: string;

  @Field(() => Boolean, { description: '所用令牌的角色可以办理' })
  allowed!: boolean;
}

@ObjectType({
  description: '回执：办理了什么。留存它，以后可以证明此前的内容没有被改动',
  simpleResolvers: true,
})
export class Receipt {
  @Field(() => ReportTransition, { description: '状态的变化' })
  step!: ReportTransition;

  @Field(() => String, { description: '所据版本各格数字的 SHA-256' })
  valuesHash!: string;

  @Field(() => String, { description: '留痕的链头：链:条数:哈希值' })
  auditHead!: string;
}

@ObjectType({ description: '办理一步的结果', simpleResolvers: true })
export class StepPayload {
  @Field(() => Report, { nullable: true, description: '现在的报告；失败时为 null' })
  report!: Report | null;

  @Field(() => Receipt, { nullable: true, description: '回执；失败时为 null' })
  receipt!: Receipt | null;

  @Field(() => Publication, { nullable: true, description: '发布时的记录；其他各步为 null' })
  publication!: Publication | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: '提出或处理修改建议的结果', simpleResolvers: true })
export class ProposalPayload {
  @Field(() => Proposal, { nullable: true, description: '修改建议；失败时为 null' })
  proposal!: Proposal | null;

  @Field(() => Report, { nullable: true, description: '采纳后的报告；没有采纳或失败时为 null' })
  report!: Report | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: '申请或处理豁免的结果', simpleResolvers: true })
export class WaiverPayload {
  @Field(() => Waiver, { nullable: true, description: '豁免；失败时为 null' })
  waiver!: Waiver | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@InputType({ description: '一条退回意见' })
export class RemarkInput {
  @Field(() => CellKey, { nullable: true, description: '所指的格；对整份报告的意见不填' })
  cell!: CellKey | null;

  @Field(() => String, { description: '意见（不超过 500 字）' })
  text!: string;
}
