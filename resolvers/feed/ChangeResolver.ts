import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { listChanges } from '../../src/filing/feed/listChanges.js';
import { reading, type Context } from '../edge/Context.js';
import { PageAsked, type PageArguments } from '../edge/arguments.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import { reportHead } from '../reports/reportLoaders.js';
import { Report, type ReportSource } from '../reports/types.js';
import { Change, ChangeConnection, ChangeKind } from './types.js';

@Resolver(() => Change)
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    nullable: true,
    description: '变化的序列，按提交的先后：从上次的游标取起，不漏不重。报告和机关的各种变化都在内',
  })
  async changes(
    @Ctx() context: Context,
    @PageAsked(100) asked: PageArguments,
    @Arg('under', () => String, { nullable: true, description: '这个机关和它之下的（代码）' })
    under: string | null,
    @Arg('kinds', () => [ChangeKind], { nullable: true, description: '只要这些种类的' })
    kinds: ChangeKind[] | null,
  ): Promise<Connection<Change>> {
    const page = pageRequest(asked, 100);
    const { manager, actor } = reading(context, 'Query.changes');
    const found = await listChanges(manager, actor, { ...page, under, kinds });
    const items = found.items.map(({ cursor, item }) => ({
      cursor,
      item: {
        ...item,
        cursor,
        changes: item.changes.map((change) => ({ ...change, version: item.version ?? 0 })),
      },
    }));
    return toConnection({ ...found, items }, (change) => change);
  }

  @FieldResolver(() => Report, { nullable: true, description: '现在的报告；机关的变化为 null' })
  async report(@Root() { reportId }: Change, @Ctx() context: Context): Promise<ReportSource | null> {
    return reportId === null ? null : reportHead(context).load(reportId);
  }
}
