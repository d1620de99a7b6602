import type { FileDraft, ReadOptions, ReportDraft } from '../../../importers/draft/draft.js';
import type { ReaderPool } from '../../../importers/worker/readerPool.js';
import { nothingFound } from '../../filing/importing/collections/nothingFound.js';
import { isError, type Problem } from '../../problems/problem.js';

/** A collection with all its reports at once: they are only checked, each by itself. */
export async function readCollection(
  pool: ReaderPool,
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<FileDraft> {
  const reports: ReportDraft[] = [];
  const problems: Problem[] = [];
  let kind: Pick<FileDraft, 'format' | 'encoding'> = { format: null, encoding: null };
  for await (const part of pool.collect(bytes, fileName, options)) {
    if (part.kind === 'names') continue;
    kind = { format: part.format, encoding: part.encoding };
    reports.push(...part.reports);
    problems.push(...part.problems);
  }
  if (reports.length === 0 && !problems.some(isError)) return nothingFound({ bytes });
  return { ...kind, reports, problems };
}
