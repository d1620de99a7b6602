import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { ImportReport } from '../../entities/importing/ImportReport.js';
import {
  listImportReports,
  type ImportReportsAsked,
} from '../../src/filing/importing/runs/listImportReports.js';
import { cancelImport } from '../../src/filing/importing/runs/runState.js';
import { acting, type Context, type RootContext } from '../edge/Context.js';
import { First } from '../edge/arguments.js';
import { pageRequest } from '../edge/connection.js';
import { loading } from '../edge/loading.js';
import { readRun } from './readRun.js';
import { orUserErrors } from '../edge/userErrors.js';
import { ImportStatus, ImportedReport, ImportFile, ImportRun, ImportCancelPayload } from './types.js';

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
    const page = pageRequest({ first, after: null }, 200);
    return importReportsOf(context).load({
      fileId: id,
      statuses: statuses ?? null,
      first: page.first,
      after: after ?? null,
    });
  }

  @Mutation(() => ImportCancelPayload, { description: '取消正在进行的导入；已存入的报告仍然有效' })
  importCancel(
    @Ctx() context: RootContext,
    @Arg('id', () => ID, { description: '导入的编号' }) id: string,
  ): Promise<ImportCancelPayload> {
    return orUserErrors<ImportCancelPayload>(
      async () => {
        await acting(context, (manager, actor) => cancelImport(manager, actor, id));
        return { importRun: await readRun(context, id), userErrors: [] };
      },
      (userErrors) => ({ importRun: null, userErrors }),
    );
  }
}

interface ImportReportsName extends ImportReportsAsked {
  readonly fileId: string;
}

/** The reports of a file of an import. */
export const importReportsOf = loading(importReports, (name) => `${name.fileId} ${askedKey(name)}`);

/** One query for all files of which the same is asked. */
async function importReports(
  manager: EntityManager,
  names: readonly ImportReportsName[],
): Promise<ImportReport[][]> {
  const groups = new Map<string, ImportReportsName[]>();
  for (const name of names) {
    const group = groups.get(askedKey(name));
    if (group) group.push(name);
    else groups.set(askedKey(name), [name]);
  }
  const found = new Map<string, ImportReport[]>();
  for (const [key, group] of groups) {
    const [asked] = group;
    if (!asked) continue;
    const fileIds = group.map(({ fileId }) => fileId);
    for (const report of await listImportReports(manager, fileIds, asked)) {
      const reports = found.get(`${report.fileId} ${key}`);
      if (reports) reports.push(report);
      else found.set(`${report.fileId} ${key}`, [report]);
    }
  }
  return names.map((name) => found.get(`${name.fileId} ${askedKey(name)}`) ?? []);
}

function askedKey({ statuses, first, after }: ImportReportsAsked): string {
  return JSON.stringify([statuses, first, after]);
}
