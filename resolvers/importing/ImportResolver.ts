import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cancelImport } from '../../src/filing/importing/runs/runState.js';
import { acting, type Context } from '../edge/Context.js';
import { ImportStatus, ImportedReport, ImportFile, ImportRun, ImportCancelPayload } from './types.js';
import { readRun } from './readRun.js';
import { First } from '../edge/pageArguments.js';
import { pageRequest } from '../edge/toConnection.js';
import { orUserErrors } from '../edge/userErrors.js';

@Resolver(() => ImportFile)
export class ImportResolver {
  @Query(() => ImportRun, { nullable: true, description: '一次导入，正在进行的也可查看；没有时为 null' })
  importRun(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: '导入的编号' }) id: string,
  ): Promise<ImportRun | null> {
    return readRun(context, id);
  }

  @FieldResolver(() => [ImportedReport], { description: '文件中的各份报告，按在文件中的次序' })
  reports(
    @Root() { id }: ImportFile,
    @Ctx() context: Context,
    @Arg('status', () => [ImportStatus], { nullable: true, description: '只取这些结果的' })
    statuses: ImportStatus[] | null,
    @First(200) first: number | null,
    @Arg('after', () => Int, { nullable: true, description: '从这个次序之后取起；取最前面的时不填' })
    after: number | null,
  ): Promise<ImportedReport[]> {
    const page = pageRequest({ first, after: null }, 200);
    return context.loaders.importReports.load({
      fileId: id,
      statuses: statuses ?? null,
      first: page.first,
      after: after ?? null,
    });
  }

  @Mutation(() => ImportCancelPayload, { description: '取消正在进行的导入；已存入的报告仍然有效' })
  importCancel(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: '导入的编号' }) id: string,
  ): Promise<ImportCancelPayload> {
    return orUserErrors<ImportCancelPayload>(
      async () => {
        await acting(context, 'Mutation.importCancel', (manager, actor) => cancelImport(manager, actor, id));
        return { importRun: await readRun(context, id), userErrors: [] };
      },
      (userErrors) => ({ importRun: null, userErrors }),
    );
  }
}
