import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { repairId } from '../../src/filing/correcting/repairId.js';
import type { Context } from '../edge/Context.js';
import { inTurn } from '../edge/inTurn.js';
import { valuesOf } from '../reports/reportParts.js';
import { Report, type ReportSource } from '../reports/types.js';
import { Repair } from './types.js';

@Resolver(() => Report)
export class RepairResolver {
  @Extensions({ cost: 20 })
  @FieldResolver(() => [Repair], { description: '改法：哪几格可能填错、应为多少，最可能的在前' })
  async repairs(@Root() report: ReportSource, @Ctx() context: Context): Promise<Repair[]> {
    const { form } = report;
    const values = await valuesOf(report, context);
    const proposed = await inTurn(() => proposeRepairs({ form, values }));
    return proposed.map((repair) => ({ id: repairId(report, repair), ...repair }));
  }
}
