import { Arg, Ctx, Extensions, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../src/filing/access/actor.js';
import { correctSections } from '../../src/filing/correcting/correctSections.js';
import { applyRepair } from '../../src/filing/correcting/applyRepair.js';
import { correctCells } from '../../src/filing/correcting/correctCells.js';
import type { Corrected } from '../../src/filing/correcting/changeReport.js';
import { revertReport } from '../../src/filing/correcting/revertReport.js';
import { repairId } from '../../src/filing/correcting/repairId.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { acting, type Context, type RootContext } from '../edge/Context.js';
import { inTurn } from '../../src/filing/inTurn.js';
import { ExpectedVersion, Preview, Reason } from '../edge/arguments.js';
import { orUserErrors } from '../edge/userErrors.js';
import { FindingView } from '../judging/FindingView.js';
import { type ReportKey, WhichReport } from '../reports/inputs.js';
import { CellChangeInput, CorrectionPayload, Repair, SectionChangeInput } from './types.js';
import { valuesOf } from '../reports/reportParts.js';
import { Report, type ReportSource } from '../reports/types.js';

/** How a report is put right. */
@Resolver(() => Report)
export class CorrectionResolver {
  @Extensions({ cost: 20 })
  @FieldResolver(() => [Repair], { description: '改法：哪几格可能填错、应为多少，最可能的在前' })
  async repairs(@Root() report: ReportSource, @Ctx() context: Context): Promise<Repair[]> {
    const { form } = report;
    const values = await valuesOf(report, context);
    const proposed = await inTurn(() => proposeRepairs({ form, values }));
    return proposed.map((repair) => ({ id: repairId(report, repair), ...repair }));
  }

  @Mutation(() => CorrectionPayload, { description: '更正报告中的数字，形成新的版本并留痕' })
  cellCorrect(
    @Ctx() context: RootContext,
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
    return corrected(context, (manager, actor) => correctCells(manager, actor, correction));
  }

  @Mutation(() => CorrectionPayload, {
    description: '更正一、五、六等部分的文字，形成新的版本并留痕；先后的文字都在各版本中',
  })
  sectionCorrect(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('changes', () => [SectionChangeInput], { description: '要改的各部分' })
    changes: SectionChangeInput[],
    @Reason('更正理由') reason: string,
    @Preview() preview: boolean | null,
  ): Promise<CorrectionPayload> {
    const correction = {
      ...report,
      expectedVersion,
      changes: changes.map(({ section, text }) => ({ section, text: text ?? null })),
      reason,
      preview: preview ?? false,
    };
    return corrected(context, (manager, actor) => correctSections(manager, actor, correction));
  }

  @Mutation(() => CorrectionPayload, { description: '采用一个改法：就是一次更正，须写理由' })
  repairApply(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('repair', () => ID, { description: '改法的编号，见 Report.repairs' }) repair: string,
    @Reason('更正理由') reason: string,
    @Preview() preview: boolean | null,
  ): Promise<CorrectionPayload> {
    const chosen = { ...report, expectedVersion, repair, reason, preview: preview ?? false };
    return corrected(context, (manager, actor) => applyRepair(manager, actor, chosen));
  }

  @Mutation(() => CorrectionPayload, { description: '把报告恢复为早先的版本，形成新的版本并留痕' })
  reportRevert(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('toVersion', () => Int, { description: '恢复为哪一版' }) toVersion: number,
    @Reason('理由') reason: string,
  ): Promise<CorrectionPayload> {
    const reversion = { ...report, expectedVersion, toVersion, reason };
    return corrected(context, (manager, actor) => revertReport(manager, actor, reversion));
  }
}

/** Corrects a report, or looks at what that would do, and answers with what it did to the findings. */
export function corrected(
  context: RootContext,
  correct: (manager: EntityManager, actor: Actor) => Promise<Corrected>,
): Promise<CorrectionPayload> {
  return orUserErrors<CorrectionPayload>(
    async () => {
      const { report, resolved, introduced } = await acting(context, correct);
      return {
        report,
        resolved: resolved.map((finding) => new FindingView(report, finding)),
        introduced: introduced.map((finding) => new FindingView(report, finding)),
        userErrors: [],
      };
    },
    (userErrors) => ({ report: null, resolved: [], introduced: [], userErrors }),
  );
}
