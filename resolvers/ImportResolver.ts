import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { loadImportRun } from '../src/filing/imports.js';
import { reading, type Context } from './Context.js';
import { ImportRun } from './types/ImportRun.js';

@Resolver(() => ImportRun)
export class ImportResolver {
  @Query(() => ImportRun, { nullable: true, description: '一次导入；没有时为 null' })
  async importRun(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: '导入的编号' }) id: string,
  ): Promise<ImportRun | null> {
    const found = await loadImportRun(reading(context), id);
    return found && { ...found.run, files: found.files };
  }
}
