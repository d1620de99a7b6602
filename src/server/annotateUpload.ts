import type { StoredProblem } from '../../entities/StoredProblem.js';
import type { ReaderPool } from '../../importers/readerPool.js';
import { annotatedWorkbook } from '../exports/annotatedWorkbook.js';
import type { KeptUpload } from '../filing/imports.js';
import { Refusal } from '../filing/refusal.js';
import { formById } from '../forms/index.js';
import type { Problem, ProblemCode } from '../problem.js';
import { problemCodes } from '../problemCodes.js';

/**
 * The marked-up workbook of one report of a kept upload: read again as the import read it, with what the
 * import said about it then.
 */
export async function annotateUpload(
  pool: ReaderPool,
  { run, file, bytes }: KeptUpload,
  position: number,
  signal?: AbortSignal,
): Promise<Buffer> {
  const options = {
    blanksAreZero: run.options['blanksAreZero'] === true,
    layout: run.options['layout'] === 'collection' ? ('collection' as const) : ('report' as const),
  };
  const { reports } = await pool.read(bytes, file.fileName, options, signal);
  const draft = reports[position];
  const said = file.reports[position];
  const form = draft && formById(draft.form);
  if (!draft || !said || !form)
    throw new Refusal('NOT_FOUND', `这个文件里没有第 ${position + 1} 份报告。请核对 report（从 0 起）。`);
  return annotatedWorkbook({
    form,
    cells: draft.cells,
    sections: draft.sections,
    // What the title says is not rewritten; what it leaves out is taken from the request.
    agencyName: draft.agency ?? said.agencyName,
    year: draft.year ?? said.year,
    problems: [...file.problems, ...said.problems].flatMap(asProblem),
    findings: said.findings,
  });
}

/** A code that is no longer known comes from an older version of the program: it cannot be explained. */
function asProblem({ code, ...found }: StoredProblem): Problem[] {
  return isKnown(code) ? [{ ...found, code }] : [];
}

function isKnown(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}
