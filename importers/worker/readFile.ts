import { problem, type Problem } from '../../src/problems/problem.js';
import type { FileDraft, ReadOptions, ReportDraft } from '../draft/draft.js';
import { draftReports } from '../draft/draftReports.js';
import { limits as defaultLimits, type Limits } from '../files/limits.js';
import type { FileGrids } from '../reading/fileGrids.js';
import { readGrids } from '../reading/readGrids.js';
import { RefusedFile } from '../files/refusedFile.js';

/** Reads a file into report drafts, or a ledger. Whatever is wrong with the file is a problem of the answer. */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
  limits: Limits = defaultLimits[options.layout ?? 'report'],
): Promise<FileDraft> {
  if (options.ledger) {
    const { readLedgerFile } = await import('../ledger/readLedgerFile.js');
    return readLedgerFile(bytes, fileName, options.ledger, limits);
  }
  const file = await readGrids(bytes, fileName, limits);
  const { format, encoding } = file;
  const { reports, problems: found } = await drafts(file, options, fileName);
  const problems = [...file.problems, ...found];
  if (reports.length === 0 && !problems.some(({ severity }) => severity === 'error'))
    problems.push(noFormFound());
  return { format, encoding, problems, reports };
}

async function drafts(
  file: FileGrids,
  options: ReadOptions,
  fileName: string,
): Promise<{ reports: readonly ReportDraft[]; problems: readonly Problem[] }> {
  if (file.json === undefined)
    return file.grids.length > 0
      ? draftReports(file.grids, options, fileName)
      : { reports: [], problems: [] };
  const { jsonReport } = await import('../reading/jsonReport.js');
  try {
    return { reports: [jsonReport(file.json, options)], problems: [] };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { reports: [], problems: [error.problem] };
  }
}

function noFormFound(): Problem {
  return problem(
    'NO_FORM_FOUND',
    '文件里没有找到政府信息公开工作年度报告的统计表。请核对是否传错了文件，或下载空白表，把数字填入后上传。',
  );
}
