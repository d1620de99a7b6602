import type { EntityManager } from 'typeorm';
import type { ImportReport } from '../../entities/importing/ImportReport.js';
import { loadImportRun } from '../../src/filing/importing/imports.js';
import {
  listImportReports,
  type ImportReportsAsked,
} from '../../src/filing/importing/runs/listImportReports.js';
import { reading, type Context } from '../edge/Context.js';
import { loading } from '../edge/loading.js';
import type { ImportRun } from './types.js';
import type { Id } from '../../src/brands/brands.js';

/** An import with its files; null when there is none of which the actor may know. */
export async function readRun(context: Context, id: string): Promise<ImportRun | null> {
  const { manager, actor } = reading(context, 'Query.importRun');
  const found = await loadImportRun(manager, actor, id);
  return found && { ...found.run, files: found.files };
}

interface ImportReportsName extends ImportReportsAsked {
  readonly fileId: Id<'File'>;
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
