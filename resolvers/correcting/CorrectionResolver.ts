import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { applyRepair } from '../../src/filing/correcting/applyRepair.js';
import { correctCells } from '../../src/filing/correcting/correctCells.js';
import { revertReport } from '../../src/filing/correcting/revertReport.js';
import type { Context } from '../edge/Context.js';
import { corrected } from './corrected.js';
import { CellChangeInput } from './inputs.js';
import type { ReportKey } from '../reports/inputs.js';
import { ExpectedVersion, Preview, Reason, WhichReport } from '../reports/reportArguments.js';
import { CorrectionPayload } from './types.js';

@Resolver()
export class CorrectionResolver {
  @Mutation(() => CorrectionPayload, { description: '更正报告中的数字，形成新的版本并留痕' })
  cellCorrect(
    @Ctx() context: Context,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('changes', () => [CellChangeInput], { description: '要改的各格' }) changes: CellChangeInput[],
    @Reason('更正理由') reason: string,
    @Preview() preview: boolean | null,
  ): Promise<CorrectionPayload> {
    const correction = {
      ...report,
      expectedVersion,
      changes: changes.map(({ key, value }) => ({ key, value: value ?? null })),
      reason,
      preview: preview ?? false,
    };
    return corrected(context, 'Mutation.cellCorrect', (manager, actor) =>
      correctCells(manager, actor, correction),
    );
  }

  @Mutation(() => CorrectionPayload, { description: '采用一个改法：就是一次更正，须写理由' })
  repairApply(
    @Ctx() context: Context,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('repair', () => ID, { description: '改法的编号，见 Report.repairs' }) repair: string,
    @Reason('更正理由') reason: string,
    @Preview() preview: boolean | null,
  ): Promise<CorrectionPayload> {
    const chosen = { ...report, expectedVersion, repair, reason, preview: preview ?? false };
    return corrected(context, 'Mutation.repairApply', (manager, actor) =>
      applyRepair(manager, actor, chosen),
    );
  }

  @Mutation(() => CorrectionPayload, { description: '把报告恢复为早先的版本，形成新的版本并留痕' })
  reportRevert(
    @Ctx() context: Context,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('toVersion', () => Int, { description: '恢复为哪一版' }) toVersion: number,
    @Reason('理由') reason: string,
  ): Promise<CorrectionPayload> {
    const reversion = { ...report, expectedVersion, toVersion, reason };
    return corrected(context, 'Mutation.reportRevert', (manager, actor) =>
      revertReport(manager, actor, reversion),
    );
  }
}
