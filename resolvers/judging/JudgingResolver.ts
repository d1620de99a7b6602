import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Finding as JudgedFinding } from '../../src/checks/check.js';
import { listFindings } from '../../src/filing/judging/listFindings.js';
import { recheckReports } from '../../src/filing/judging/recheckReports.js';
import type { Context, RootContext } from '../edge/Context.js';
import { CellKey } from '../edge/scalars.js';
import { Severity } from '../forms/types.js';
import { findingsOf } from '../reports/reportParts.js';
import { Report, type ReportSource } from '../reports/types.js';
import { ReportFilter } from '../reports/inputs.js';
import { orUserErrors } from '../edge/userErrors.js';
import { Finding, FindingConnection, FindingFilter, Found, RecheckPayload } from './types.js';
import { PageAsked, type PageArguments } from '../edge/arguments.js';
import { pageRequest, toConnection } from '../edge/connection.js';
import type { Connection } from '../edge/connection.js';
import { FindingView } from './FindingView.js';

/** How many reports one request checks: it is answered within seconds. */
const mostAtOnce = 2_000;

/** What the checks found, and how reports are checked again. */
@Resolver(() => Report)
export class JudgingResolver {
  @Query(() => FindingConnection, {
    name: 'findings',
    nullable: true,
    description: '各报告的核对结果，按机关代码、年度排列',
  })
  async allFindings(
    @Ctx() context: RootContext,
    @Arg('filter', () => FindingFilter, { nullable: true, description: '筛选条件' })
    filter: FindingFilter | null,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<Finding>> {
    const page = pageRequest(asked, 50);
    const { manager, actor } = context;
    const found = await listFindings(manager, actor, { ...page, filter });
    return toConnection(found, ({ report, finding }) => new FindingView(report, finding));
  }

  @FieldResolver(() => [Finding], { description: '核对结果' })
  async findings(
    @Root() report: ReportSource,
    @Ctx() context: Context,
    @Arg('severity', () => [Severity], { nullable: true, description: '只要这些严重程度的' })
    severity: Severity[] | null,
  ): Promise<Finding[]> {
    const findings = await findingsOf(report, context);
    return findings
      .filter((finding) => !severity || severity.some((wanted) => wanted === finding.severity))
      .map((finding) => new FindingView(report, finding));
  }

  @Mutation(() => RecheckPayload, {
    description: `重新核对应当核对的报告（见 Report.checkDue）。一次最多 ${mostAtOnce} 份，remaining 不为 0 时再请求一次`,
  })
  reportRecheck(
    @Ctx() context: RootContext,
    @Arg('filter', () => ReportFilter, { nullable: true, description: '只要这些报告；不填时为全部' })
    filter: ReportFilter | null,
    @Arg('most', () => Int, { nullable: true, description: '最多几份' }) most: number | null,
  ): Promise<RecheckPayload> {
    return orUserErrors<RecheckPayload>(
      async () => {
        const limit = Math.max(0, Math.min(most ?? mostAtOnce, mostAtOnce));
        // Each batch is a transaction of its own.
        return {
          ...(await recheckReports(context.database, context.actor, { filter, most: limit })),
          userErrors: [],
        };
      },
      (userErrors) => ({ checked: 0, changed: 0, remaining: null, userErrors }),
    );
  }
}

/** Where only the file is known, a finding stands as it was judged. */
type Source = Pick<JudgedFinding, 'rule' | 'cells'>;

/** What findings say alike, whether they know their report or only the file. */
@Resolver(() => Found)
export class FoundResolver {
  @FieldResolver(() => ID, { description: '违反的规则的编号，例如 R-BALANCE' })
  ruleId(@Root() root: FindingView | Source): string {
    return root instanceof FindingView ? root.found.rule : root.rule;
  }

  @FieldResolver(() => [CellKey], { description: '所涉各格的名称，合计在前' })
  cellKeys(@Root() root: FindingView | Source): readonly CellKey[] {
    return root instanceof FindingView ? root.found.cells : root.cells;
  }
}
