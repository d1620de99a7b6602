import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Publication } from '../../entities/workflow/Publication.js';
import { Waiver } from '../../entities/workflow/Waiver.js';
import type { VersionCells } from '../../src/filing/reports/storedReport.js';
import type { Context } from '../edge/Context.js';
import { CellDifference, ImportFinding } from '../importing/types.js';
import { PublishedExplanation } from '../explaining/types.js';
import { ReportVersion } from '../reports/types.js';
import { differences } from '../rollUp/differences.js';

@Resolver(() => Publication)
export class PublicationResolver {
  @FieldResolver(() => ReportVersion, { description: '所发布的版本' })
  version(@Root() { reportId, version }: Publication, @Ctx() { loaders }: Context): Promise<VersionCells> {
    return loaders.version.load({ reportId, number: version });
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
    @Ctx() { loaders }: Context,
  ): Promise<PublishedExplanation[]> {
    const explanations = await loaders.explanations.load(reportId);
    return explanations.filter(({ id }) => explanationIds.includes(id));
  }

  @FieldResolver(() => [Waiver], { description: '发布时有效的豁免' })
  async waivers(
    @Root() { reportId, waiverIds }: Publication,
    @Ctx() { loaders }: Context,
  ): Promise<Waiver[]> {
    const waivers = await loaders.workflow.waivers.load(reportId);
    return waivers.filter(({ id }) => waiverIds.includes(id));
  }
}
