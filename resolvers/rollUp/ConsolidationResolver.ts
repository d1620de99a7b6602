import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { consolidateReport } from '../../src/filing/rollUp/consolidateReport.js';
import { acting, type RootContext } from '../edge/Context.js';
import type { ReportKey } from '../reports/inputs.js';
import { WhichReport } from '../reports/inputs.js';
import { Reason } from '../edge/arguments.js';
import { ReportPayload } from '../reports/types.js';
import { orUserErrors } from '../edge/userErrors.js';

@Resolver()
export class ConsolidationResolver {
  @Mutation(() => ReportPayload, {
    description: '汇总形成报告：名单内各机关的报告逐格相加，成为汇总户自己的草稿',
  })
  reportConsolidate(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: '汇总户现有报告的版本；还没有报告时不填',
    })
    expectedVersion: number | null,
    @Arg('depth', () => Int, {
      nullable: true,
      defaultValue: 1,
      description: '向下几级：1 为名单内的各机关；null 为一直到各填报单位',
    })
    depth: number | null,
    @Reason('汇总的说明') reason: string,
  ): Promise<ReportPayload> {
    const request = { ...report, expectedVersion: expectedVersion ?? null, depth, reason };
    return orUserErrors<ReportPayload>(
      async () => ({
        report: await acting(context, (manager, actor) => consolidateReport(manager, actor, request)),
        userErrors: [],
      }),
      (userErrors) => ({ report: null, userErrors }),
    );
  }
}
