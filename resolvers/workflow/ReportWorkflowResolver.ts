import { Arg, Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { Proposal } from '../../entities/workflow/Proposal.js';
import { Publication } from '../../entities/workflow/Publication.js';
import { Remark } from '../../entities/workflow/Remark.js';
import { ReportTransition } from '../../entities/workflow/ReportTransition.js';
import { Waiver } from '../../entities/workflow/Waiver.js';
import { stepsFrom } from '../../src/filing/workflow/transitions.js';
import { statusWords } from '../../src/filing/statusWords.js';
import { mayAct } from '../../src/filing/access/requireRight.js';
import type { Context } from '../edge/Context.js';
import {
  keptReceiptsOf,
  proposalsOf,
  publicationsOf,
  remarksOf,
  statusOf,
  stepsOf,
  waiversOf,
} from './workflowLoaders.js';
import { ReportStatus, Report, type ReportSource } from '../reports/types.js';
import { NextStep, Receipt } from './types.js';

/** Where a report stands on its way to publication, and how it came there. */
@Resolver(() => Report)
export class ReportWorkflowResolver {
  @FieldResolver(() => String, { description: '下一步：谁该做什么' })
  next(@Root() { status }: ReportSource): string {
    return statusWords[status].next;
  }

  @FieldResolver(() => [NextStep], { description: '现在可以办理的各步' })
  nextSteps(@Root() { status, agency }: ReportSource, @Ctx() { actor }: Context): NextStep[] {
    return stepsFrom(status).map(({ operation, label, who }) => ({
      operation,
      label,
      who,
      allowed: actor !== null && mayAct(actor, `Mutation.${operation}`, agency),
    }));
  }

  @FieldResolver(() => Boolean, { description: '当前账号现在能否更正这份报告的数和文字' })
  editable(@Root() { status, agency }: ReportSource, @Ctx() { actor }: Context): boolean {
    return statusWords[status].open && actor !== null && mayAct(actor, 'Mutation.cellCorrect', agency);
  }

  @FieldResolver(() => Boolean, {
    description: '当前账号是不是这份报告的主管部门：可以提修改建议、批准豁免',
  })
  reviewable(@Root() { agency }: ReportSource, @Ctx() { actor }: Context): boolean {
    return actor !== null && mayAct(actor, 'Mutation.waiverDecide', agency);
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => [Receipt], { description: '历次上报的回执，最早的在前' })
  async receipts(@Root() { id }: ReportSource, @Ctx() context: Context): Promise<Receipt[]> {
    const [receipts, steps] = await Promise.all([
      keptReceiptsOf(context).load(id),
      stepsOf(context).load(id),
    ]);
    return receipts.flatMap(({ stepId, valuesHash, auditHead }) => {
      const step = steps.find((each) => each.id === stepId);
      return step ? [{ step, valuesHash, auditHead }] : [];
    });
  }

  @FieldResolver(() => [ReportTransition], { description: '状态的各次变化，最早的在前' })
  steps(@Root() { id }: ReportSource, @Ctx() context: Context): Promise<ReportTransition[]> {
    return stepsOf(context).load(id);
  }

  @FieldResolver(() => ReportStatus, {
    nullable: true,
    description: '某一时刻的状态；那时还没有报告的为 null',
  })
  statusAt(
    @Root() { id }: ReportSource,
    @Ctx() context: Context,
    @Arg('at', () => Date, { description: '时刻' }) at: Date,
  ): Promise<ReportStatus | null> {
    return statusOf(context).load({ reportId: id, at });
  }

  @FieldResolver(() => [Remark], { description: '历次退回的意见' })
  remarks(@Root() { id }: ReportSource, @Ctx() context: Context): Promise<Remark[]> {
    return remarksOf(context).load(id);
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => [Proposal], { description: '上级的修改建议，最早的在前' })
  proposals(@Root() { id }: ReportSource, @Ctx() context: Context): Promise<Proposal[]> {
    return proposalsOf(context).load(id);
  }

  @FieldResolver(() => [Waiver], { description: '豁免的申请和批准，最早的在前' })
  waivers(@Root() { id }: ReportSource, @Ctx() context: Context): Promise<Waiver[]> {
    return waiversOf(context).load(id);
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => [Publication], { description: '历次发布，最早的在前' })
  publications(@Root() { id }: ReportSource, @Ctx() context: Context): Promise<Publication[]> {
    return publicationsOf(context).load(id);
  }
}
