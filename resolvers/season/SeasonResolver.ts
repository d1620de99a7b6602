import { Arg, Ctx, Extensions, Int, Mutation, Query, Resolver } from 'type-graphql';
import { agencyInScope } from '../../src/filing/agencies/agencyInScope.js';
import { daysOf } from '../../src/filing/season/daysOf.js';
import { listReminders } from '../../src/filing/season/listReminders.js';
import { progressOf, type Progress as Counted } from '../../src/filing/season/progressOf.js';
import { requirementsOf } from '../../src/filing/reports/requirementsOf.js';
import type { Requirements } from '../../src/checks/check.js';
import { setRequirement, type AskedOfReports } from '../../src/filing/season/setRequirement.js';
import { setDeadline } from '../../src/filing/season/setDeadline.js';
import { dayInChina } from '../../src/season/chinaDay.js';
import { acting, type RootContext } from '../edge/Context.js';
import { AgencyKind } from '../agencies/types.js';
import { PageAsked, type PageArguments } from '../edge/arguments.js';
import { Reason } from '../edge/arguments.js';
import { pageRequest, toConnection } from '../edge/connection.js';
import type { Connection } from '../edge/connection.js';
import {
  DeadlinePayload,
  Requirement,
  RequirementInput,
  RequirementPayload,
  Progress,
  ReminderConnection,
  type ProgressCount,
  type Reminder,
} from './types.js';
import { orUserErrors } from '../edge/userErrors.js';

/** How the season goes, and by when it must be over. */
@Resolver()
export class SeasonResolver {
  @Extensions({ cost: 20 })
  @Query(() => Progress, {
    nullable: true,
    description: '填报进度：谁没有填报、在填、已报、被退回、已通过、已发布、逾期',
  })
  async progress(
    @Ctx() context: RootContext,
    @Arg('agency', () => String, { description: '机关代码：它和它之下的各机关' }) code: string,
    @Arg('year', () => Int, { description: '报告年度' }) year: number,
  ): Promise<Progress> {
    const { manager, actor } = context;
    const agency = await agencyInScope(manager, actor, code);
    const { whole, children } = await progressOf(manager, agency, year, dayInChina(new Date()));
    return {
      ...countOf(whole),
      children: children.map(countOf),
      days: await daysOf(manager, agency, year),
    };
  }

  @Query(() => ReminderConnection, {
    nullable: true,
    description: '催报名单：还没有上报的机关，期限早的在前',
  })
  async reminders(
    @Ctx() context: RootContext,
    @Arg('agency', () => String, { description: '机关代码：它和它之下的各机关' }) code: string,
    @Arg('year', () => Int, { description: '报告年度' }) year: number,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<Reminder>> {
    const { manager, actor } = context;
    const page = pageRequest(asked, 50);
    const agency = await agencyInScope(manager, actor, code);
    const found = await listReminders(manager, agency, { year, today: dayInChina(new Date()), page });
    return toConnection(found, (reminder) => reminder);
  }

  @Query(() => Requirement, {
    nullable: true,
    description: '当地对一个机关某一年度报告的要求：自己的，或最近的上级机关设定的；没有要求的各项为空',
  })
  async requirement(
    @Ctx() { manager, actor }: RootContext,
    @Arg('agency', () => String, { description: '机关代码' }) code: string,
    @Arg('year', () => Int, { description: '报告年度' }) year: number,
  ): Promise<Requirement> {
    const { id: agencyId } = await agencyInScope(manager, actor, code);
    const asked = (await requirementsOf(manager, [{ agencyId, year }]))({ agencyId, year });
    return requirementView(asked ?? { longestOverview: null, mostLikeness: null });
  }

  @Mutation(() => RequirementPayload, {
    description: '设定一个机关和它之下各机关的报告从某一年度起的要求，上报前按此提示检查会扣分的地方',
  })
  requirementSet(
    @Ctx() context: RootContext,
    @Arg('agency', () => String, { description: '机关代码' }) agency: string,
    @Arg('firstYear', () => Int, { description: '从哪一个报告年度起' }) firstYear: number,
    @Arg('asked', () => RequirementInput, { nullable: true, description: '要求；null 为取消' })
    asked: RequirementInput | null,
    @Reason('依据，例如文号') reason: string,
  ): Promise<RequirementPayload> {
    return orUserErrors<RequirementPayload>(
      async () => {
        const set = await acting(context, (manager, actor) =>
          setRequirement(manager, actor, { agency, firstYear, asked: asked && askedFrom(asked), reason }),
        );
        return { requirement: set && { ...askedFrom(set) }, userErrors: [] };
      },
      (userErrors) => ({ requirement: null, userErrors }),
    );
  }

  @Mutation(() => DeadlinePayload, { description: '设定一个机关和它之下各机关的期限，不晚于法定的日期' })
  deadlineSet(
    @Ctx() context: RootContext,
    @Arg('agency', () => String, { description: '机关代码' }) agency: string,
    @Arg('kind', () => AgencyKind, { description: '对哪一类机关' }) kind: AgencyKind,
    @Arg('day', () => String, { nullable: true, description: '月和日，例如 01-20；null 为取消' })
    day: string | null,
    @Reason('依据，例如文号') reason: string,
  ): Promise<DeadlinePayload> {
    return orUserErrors<DeadlinePayload>(
      async () => {
        const deadline = await acting(context, (manager, actor) =>
          setDeadline(manager, actor, { agency, kind, day: day ?? null, reason }),
        );
        return { day: deadline?.day ?? null, userErrors: [] };
      },
      (userErrors) => ({ day: null, userErrors }),
    );
  }
}

function askedFrom({ longestOverview, mostLikeness, statements }: RequirementInput): AskedOfReports {
  return {
    longestOverview: longestOverview ?? null,
    mostLikeness: mostLikeness ?? null,
    statements: statements ?? [],
  };
}

function requirementView({ longestOverview, mostLikeness, statements = [] }: Requirements): Requirement {
  return {
    longestOverview,
    mostLikeness: mostLikeness === null ? null : Math.round(mostLikeness * 100),
    statements,
  };
}

function countOf({ agency, total, notStarted, byStatus, late }: Counted): ProgressCount {
  return {
    agency,
    total,
    notStarted,
    draft: byStatus.DRAFT,
    submitted: byStatus.SUBMITTED,
    returned: byStatus.RETURNED,
    accepted: byStatus.ACCEPTED,
    published: byStatus.PUBLISHED,
    correcting: byStatus.CORRECTING,
    late,
  };
}
