import { Arg, Ctx, Mutation, Resolver, FieldResolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { Publication } from '../../entities/workflow/Publication.js';
import type { Actor } from '../../src/filing/access/actor.js';
import { abandonRevision } from '../../src/filing/workflow/abandonRevision.js';
import { publishReport } from '../../src/filing/workflow/publishReport.js';
import type { Receipt } from '../../src/filing/workflow/receipt.js';
import { returnReport } from '../../src/filing/workflow/returnReport.js';
import { submitReport } from '../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../src/filing/workflow/takeStep.js';
import { acting, type RootContext, type Context } from '../edge/Context.js';
import { ExpectedVersion, Reason } from '../edge/arguments.js';
import { orUserErrors } from '../edge/userErrors.js';
import { type ReportKey, WhichReport } from '../reports/inputs.js';
import { RemarkInput, StepPayload } from './types.js';
import { Remark } from '../../entities/workflow/Remark.js';
import { ReportTransition } from '../../entities/workflow/ReportTransition.js';
import { CellKey } from '../edge/scalars.js';
import { stepsOf } from './workflowLoaders.js';

/** The way of a report from filling in to publication. */
@Resolver()
export class StepResolver {
  @Mutation(() => StepPayload, {
    description: '上报：没有强制性审核错误、没有无法判断的和数、核实问题都已说明时，交主管部门审核',
  })
  reportSubmit(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<StepPayload> {
    return stepped(context, (manager, actor) => submitReport(manager, actor, { ...report, expectedVersion }));
  }

  @Mutation(() => StepPayload, { description: '撤回：审核之前由填报单位取回' })
  reportWithdraw(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Reason('撤回的理由') reason: string,
  ): Promise<StepPayload> {
    return stepped(context, (manager, actor) =>
      takeStep(manager, actor, { request: { ...report, expectedVersion, reason }, name: 'withdraw' }),
    );
  }

  @Mutation(() => StepPayload, { description: '退回：附意见退给填报单位；数字只由填报单位更正' })
  reportReturn(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Reason('退回的理由') reason: string,
    @Arg('remarks', () => [RemarkInput], { defaultValue: [], description: '对各格的意见' })
    remarks: RemarkInput[],
  ): Promise<StepPayload> {
    const given = remarks.map(({ cell, text }) => ({ cell: cell ?? null, text }));
    return stepped(context, (manager, actor) =>
      returnReport(manager, actor, { ...report, expectedVersion, reason, remarks: given }),
    );
  }

  @Mutation(() => StepPayload, { description: '审核通过' })
  reportAccept(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Reason('审核意见') reason: string,
  ): Promise<StepPayload> {
    return stepped(context, (manager, actor) =>
      takeStep(manager, actor, { request: { ...report, expectedVersion, reason }, name: 'accept' }),
    );
  }

  @Mutation(() => StepPayload, {
    description:
      '发布：固定版本、核对结果、说明、豁免、上传件和规则；更正后再次发布须写理由，没有改动的不能再次发布',
  })
  reportPublish(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('reason', () => String, { nullable: true, description: '再次发布的理由；首次发布可以不填' })
    reason: string | null,
  ): Promise<StepPayload> {
    return stepped(context, (manager, actor) =>
      publishReport(manager, actor, { ...report, expectedVersion, reason: reason ?? null }),
    );
  }

  @Mutation(() => StepPayload, { description: '启动更正：发布后发现有误，解锁由填报单位更正' })
  reportReopen(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Reason('更正的理由') reason: string,
  ): Promise<StepPayload> {
    return stepped(context, (manager, actor) =>
      takeStep(manager, actor, { request: { ...report, expectedVersion, reason }, name: 'reopen' }),
    );
  }

  @Mutation(() => StepPayload, { description: '放弃更正：内容与已发布的相同时，回到已发布' })
  revisionAbandon(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Reason('放弃的理由') reason: string,
  ): Promise<StepPayload> {
    return stepped(context, (manager, actor) =>
      abandonRevision(manager, actor, { ...report, expectedVersion, reason }),
    );
  }
}

/** Takes a step and answers with its receipt. */
function stepped(
  context: RootContext,
  take: (manager: EntityManager, actor: Actor) => Promise<Receipt & { publication?: Publication }>,
): Promise<StepPayload> {
  return orUserErrors<StepPayload>(
    async () => {
      const { report, transition, valuesHash, auditHead, publication } = await acting(context, take);
      return {
        report,
        receipt: { step: transition, valuesHash, auditHead },
        publication: publication ?? null,
        userErrors: [],
      };
    },
    (userErrors) => ({ report: null, receipt: null, publication: null, userErrors }),
  );
}

@Resolver(() => Remark)
export class RemarkResolver {
  @FieldResolver(() => CellKey, { nullable: true, description: '所指的格；对整份报告的意见为 null' })
  cell(@Root() { cell }: Remark): CellKey | null {
    return cell;
  }

  @FieldResolver(() => ReportTransition, { description: '哪一次退回' })
  async step(@Root() { reportId, transitionId }: Remark, @Ctx() context: Context): Promise<ReportTransition> {
    const steps = await stepsOf(context).load(reportId);
    const step = steps.find(({ id }) => id === transitionId);
    if (!step) throw new Error('a remark belongs to no step');
    return step;
  }
}
