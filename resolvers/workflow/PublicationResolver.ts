import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Publication } from '../../entities/workflow/Publication.js';
import { Waiver } from '../../entities/workflow/Waiver.js';
import type { VersionCells } from '../../src/filing/reports/storedReport.js';
import type { Context } from '../edge/Context.js';
import { waiversOf } from './workflowLoaders.js';
import { versionNamed } from '../reports/reportLoaders.js';
import { explanationsAbout } from '../explaining/explained.js';
import { ImportFinding } from '../importing/types.js';
import { CellDifference } from '../reports/types.js';
import { PublishedExplanation } from '../explaining/types.js';
import { ReportVersion } from '../reports/types.js';
import { differences } from '../reports/reportParts.js';

@Resolver(() => Publication)
export class PublicationResolver {
  @FieldResolver(() => ReportVersion, { description: '所发布的版本' })
  version(@Root() { reportId, version }: Publication, @Ctx() context: Context): Promise<VersionCells> {
    return versionNamed(context).load({ reportId, number: version });
  }

  @FieldResolver(() => [CellDifference], { description: '与上一次发布不同的各格；首次发布为空' })
  changes(@Root() { changes }: Publication): CellDifference[] {
    return differences(changes);
  }

  @FieldResolver(() => [ImportFinding], { description: '发布时的核对结果' })
  findings(@Root() { findings }: Publication): readonly ImportFinding[] {
    return findings;
  }

  @FieldResolver(() => [PublishedExplanation], { description: '发布时有效的核实说明' })
  async explanations(
    @Root() { reportId, explanationIds }: Publication,
    @Ctx() context: Context,
  ): Promise<PublishedExplanation[]> {
    const explanations = await explanationsAbout(context).load(reportId);
    return explanations.filter(({ id }) => explanationIds.includes(id));
  }

  @FieldResolver(() => [Waiver], { description: '发布时有效的豁免' })
  async waivers(@Root() { reportId, waiverIds }: Publication, @Ctx() context: Context): Promise<Waiver[]> {
    const waivers = await waiversOf(context).load(reportId);
    return waivers.filter(({ id }) => waiverIds.includes(id));
  }
}
