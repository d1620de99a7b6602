import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { correctSections } from '../../src/filing/correcting/correctSections.js';
import type { Context } from '../edge/Context.js';
import { corrected } from './corrected.js';
import type { ReportKey } from '../reports/inputs.js';
import { SectionChangeInput } from './inputs.js';
import { ExpectedVersion, Preview, Reason, WhichReport } from '../reports/reportArguments.js';
import { CorrectionPayload } from './types.js';

@Resolver()
export class SectionResolver {
  @Mutation(() => CorrectionPayload, {
    description: '更正一、五、六等部分的文字，形成新的版本并留痕；先后的文字都在各版本中',
  })
  sectionCorrect(
    @Ctx() context: Context,
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
    return corrected(context, 'Mutation.sectionCorrect', (manager, actor) =>
      correctSections(manager, actor, correction),
    );
  }
}
