import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cancelTold } from '../../src/filing/importing/runs/cancelTold.js';
import { cancelImport } from '../../src/filing/importing/runs/runState.js';
import { First } from '../edge/arguments.js';
import { pageSize } from '../edge/connection.js';
import { acting, type Context, type RootContext } from '../edge/Context.js';
import { orUserErrors } from '../edge/userErrors.js';
import { FindingView } from '../judging/FindingView.js';
import { readReport } from '../reports/readReports.js';
import { importOnce } from './importOnce.js';
import { ReportImportInput } from './inputs.js';
import { importReportsOf, readRun } from './readImports.js';
import {
  ImportCancelPayload,
  ImportedReport,
  ImportFile,
  ImportRun,
  ImportStatus,
  ReportImportPayload,
} from './types.js';

@Resolver(() => ImportFile)
export class ImportResolver {
  @Query(() => ImportRun, { nullable: true, description: '一次导入，正在进行的也可查看；没有时为 null' })
  importRun(
    @Ctx() context: RootContext,
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
    const page = { first: pageSize('first', first ?? 200) };
    return importReportsOf(context).load({
      fileId: id,
      statuses: statuses ?? null,
      first: page.first,
      after: after ?? null,
    });
  }

  @Mutation(() => ImportCancelPayload, {
    description: '取消正在进行的导入；已存入的报告仍然有效，台账则什么都不保存',
  })
  importCancel(
    @Ctx() context: RootContext,
    @Arg('id', () => ID, { description: '导入的编号' }) id: string,
  ): Promise<ImportCancelPayload> {
    return orUserErrors<ImportCancelPayload>(
      async () => {
        await acting(context, (manager, actor) => cancelImport(manager, actor, id));
        await cancelTold(context.manager, id);
        return { importRun: await readRun(context, id), userErrors: [] };
      },
      (userErrors) => ({ importRun: null, userErrors }),
    );
  }

  @Mutation(() => ReportImportPayload, { description: '逐格报送一份报告，供没有表格文件的系统使用' })
  reportImport(
    @Ctx() context: RootContext,
    @Arg('input', () => ReportImportInput, { description: '报告的内容' }) input: ReportImportInput,
  ): Promise<ReportImportPayload> {
    return orUserErrors<ReportImportPayload>(
      async () => {
        const imported = await acting(context, (manager, actor) => importOnce(manager, actor, input));
        const report = await readReport(context, imported.agency, imported.year, {
          detail: 'cells',
          report: 'whole',
          agency: 'whole',
        });
        if (!report)
          throw new Error(`the report ${imported.agency} ${imported.year} is gone after its import`);
        return {
          report,
          findings: imported.findings.map((finding) => new FindingView(report, finding)),
          problems: imported.problems,
          userErrors: [],
        };
      },
      (userErrors) => ({ report: null, findings: [], problems: [], userErrors }),
      ['input'],
    );
  }
}
