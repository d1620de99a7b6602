import type { EntityManager } from 'typeorm';
import type { StoredProblem } from '../../../entities/importing/StoredProblem.js';
import type { ReadOptions, ReportDraft } from '../../../importers/draft/draft.js';
import type { ReaderPool } from '../../../importers/worker/readerPool.js';
import { annotatedWorkbook } from '../../exports/annotated/annotatedWorkbook.js';
import type { Actor } from '../../filing/access/actor.js';
import { draftValues } from '../../filing/judging/checkDocument.js';
import { explanationsBeside } from '../../filing/explaining/explanationsBeside.js';
import type { KeptUpload } from '../../filing/importing/imports.js';
import { loadImportReport } from '../../filing/importing/runs/loadImportReport.js';
import { Refusal } from '../../filing/refusal.js';
import { formById } from '../../forms/index.js';
import type { Problem, ProblemCode } from '../../problems/problem.js';
import { problemCodes } from '../../problems/problemCodes.js';

/**
 * The marked-up workbook of one report of a kept upload: read again as the import read it, with what the
 * import said about it then.
 */
export async function annotateUpload(
  { manager, pool }: { readonly manager: EntityManager; readonly pool: ReaderPool },
  actor: Actor,
  {
    upload,
    position,
    signal,
  }: { readonly upload: KeptUpload; readonly position: number; readonly signal?: AbortSignal },
): Promise<Buffer> {
  const { file } = upload;
  const said = await loadImportReport(manager, file.id, position);
  const draft = said ? await readReport(pool, upload, position, signal) : undefined;
  const form = draft && formById(draft.form);
  if (!said || !draft || !form)
    throw new Refusal('NOT_FOUND', `这个文件里没有第 ${position + 1} 份报告。请核对 report（从 0 起）。`);
  const { cells, sections, unread } = draft;
  const { findings } = said;
  const read = { form, values: draftValues(form, cells), sections, findings };
  return annotatedWorkbook({
    form,
    cells,
    unread,
    sections,
    // What the title says is not rewritten; what it leaves out is taken from the request.
    agencyName: draft.agency ?? said.agencyName,
    year: draft.year ?? said.year,
    problems: [...file.problems, ...said.problems].flatMap(asProblem),
    findings,
    explanations: await explanationsBeside(manager, actor, said, read),
  });
}

/** A collection is read only as far as the report that is asked for. */
async function readReport(
  pool: ReaderPool,
  { run, file, bytes }: KeptUpload,
  position: number,
  signal: AbortSignal | undefined,
): Promise<ReportDraft | undefined> {
  const options = readOptionsOf(run);
  if (options.layout === 'report') {
    const { reports } = await pool.read(bytes, file.fileName, options, signal);
    return reports[position];
  }
  let before = 0;
  const parts = pool.collect(bytes, file.fileName, options, signal);
  for await (const part of parts) {
    if (part.kind !== 'reports') continue;
    const found = part.reports[position - before];
    if (found) return found;
    before += part.reports.length;
  }
  return undefined;
}

/** As the import read the file: a table without a year column is on the form of the year asked for. */
function readOptionsOf({ options }: KeptUpload['run']): ReadOptions {
  const { blanksAreZero, layout, year } = options;
  return {
    blanksAreZero: blanksAreZero === true,
    layout: layout === 'collection' ? 'collection' : 'report',
    year: typeof year === 'number' ? year : null,
  };
}

/** A code that is no longer known comes from an older version of the program: it cannot be explained. */
function asProblem({ code, ...found }: StoredProblem): Problem[] {
  return isKnown(code) ? [{ ...found, code }] : [];
}

function isKnown(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}
