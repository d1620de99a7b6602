import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { acting, type RootContext } from '../edge/Context.js';
import { importOnce } from './importOnce.js';
import { ReportImportInput } from './inputs.js';
import { readReport } from '../reports/readReports.js';
import { ReportImportPayload } from './types.js';
import { orUserErrors } from '../edge/userErrors.js';
import { FindingView } from '../judging/FindingView.js';

@Resolver()
export class ReportImportResolver {
  @Mutation(() => ReportImportPayload, { description: '逐格报送一份报告，供没有表格文件的系统使用' })
  reportImport(
    @Ctx() context: RootContext,
    @Arg('input', () => ReportImportInput, { description: '报告的内容' }) input: ReportImportInput,
  ): Promise<ReportImportPayload> {
    return orUserErrors<ReportImportPayload>(
      async () => {
        const imported = await acting(context, (manager, actor) => importOnce(manager, actor, input));
        const report = await readReport(context, imported.agency, imported.year, 'cells');
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
