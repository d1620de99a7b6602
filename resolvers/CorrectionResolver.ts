import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { applyRepair } from '../src/filing/applyRepair.js';
import { correctCells, type Corrected } from '../src/filing/correctCells.js';
import { revertReport } from '../src/filing/revertReport.js';
import { acting, type Context } from './Context.js';
import { CellChangeInput } from './inputs/CellChangeInput.js';
import { ReportKey } from './inputs/ReportKey.js';
import { CorrectionPayload } from './types/payloads.js';
import type { UserError } from './types/UserError.js';
import { orUserErrors } from './userErrors.js';
import { FindingView } from './views/FindingView.js';

@Resolver()
export class CorrectionResolver {
  @Mutation(() => CorrectionPayload, { description: '更正报告中的数字，形成新的版本并留痕' })
  cellCorrect(
    @Ctx() context: Context,
    @Arg('report', () => ReportKey, { description: '哪一份报告' }) report: ReportKey,
    @Arg('expectedVersion', () => Int, { description: '更正所依据的版本；已被别人改动时不更正' })
    expectedVersion: number,
    @Arg('changes', () => [CellChangeInput], { description: '要改的各格' }) changes: CellChangeInput[],
    @Arg('reason', () => String, { description: '更正理由' }) reason: string,
    @Arg('preview', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: '只预览：消除和新出现哪些核对结果，不保存',
    })
    preview: boolean | null,
  ): Promise<CorrectionPayload> {
    const correction = {
      ...report,
      expectedVersion,
      changes: changes.map(({ key, value }) => ({ key, value: value ?? null })),
      reason,
      preview: preview ?? false,
    };
    return orUserErrors(
      async () =>
        succeeded(await acting(context, (manager, actor) => correctCells(manager, actor, correction))),
      failed,
    );
  }

  @Mutation(() => CorrectionPayload, { description: '采用一个改法：就是一次更正，须写理由' })
  repairApply(
    @Ctx() context: Context,
    @Arg('report', () => ReportKey, { description: '哪一份报告' }) report: ReportKey,
    @Arg('expectedVersion', () => Int, { description: '所依据的版本；已被别人改动时不更正' })
    expectedVersion: number,
    @Arg('repair', () => ID, { description: '改法的编号，见 Report.repairs' }) repair: string,
    @Arg('reason', () => String, { description: '更正理由' }) reason: string,
    @Arg('preview', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: '只预览：消除和新出现哪些核对结果，不保存',
    })
    preview: boolean | null,
  ): Promise<CorrectionPayload> {
    const chosen = { ...report, expectedVersion, repair, reason, preview: preview ?? false };
    return orUserErrors(
      async () => succeeded(await acting(context, (manager, actor) => applyRepair(manager, actor, chosen))),
      failed,
    );
  }

  @Mutation(() => CorrectionPayload, { description: '把报告恢复为早先的版本，形成新的版本并留痕' })
  reportRevert(
    @Ctx() context: Context,
    @Arg('report', () => ReportKey, { description: '哪一份报告' }) report: ReportKey,
    @Arg('expectedVersion', () => Int, { description: '所依据的版本；已被别人改动时不恢复' })
    expectedVersion: number,
    @Arg('toVersion', () => Int, { description: '恢复为哪一版' }) toVersion: number,
    @Arg('reason', () => String, { description: '理由' }) reason: string,
  ): Promise<CorrectionPayload> {
    const reversion = { ...report, expectedVersion, toVersion, reason };
    return orUserErrors(
      async () =>
        succeeded(await acting(context, (manager, actor) => revertReport(manager, actor, reversion))),
      failed,
    );
  }
}

function succeeded({ report, resolved, introduced }: Corrected): CorrectionPayload {
  return {
    report,
    resolved: resolved.map((finding) => new FindingView(report, finding)),
    introduced: introduced.map((finding) => new FindingView(report, finding)),
    userErrors: [],
  };
}

function failed(userErrors: UserError[]): CorrectionPayload {
  return { report: null, resolved: [], introduced: [], userErrors };
}
