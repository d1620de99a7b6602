import { query } from '../shared/ask.js';
import type { EndedRun, RefusedReport, RunFile, RunState } from './collectionAnswer.js';
import { Failure } from '../shared/Failure.js';
import type { ProblemAnswer, Severity } from './importAnswer.js';
import { texts } from './texts.js';

const counts = 'bytesTotal bytesRead reportsRead reportsStored reportsUnchanged reportsRejected';
const problems = 'problems { code severity cell at message }';
const state = `query ($id: ID!) { run: importRun(id: $id) { id status ${counts} files { position } } }`;
const ended = `query ($id: ID!, $first: Int, $after: Int) { run: importRun(id: $id) { id status ${counts}
  files { position fileName format encoding status sha256 ${problems}
    reports(status: [REJECTED], first: $first, after: $after) {
      position place agency: agencyName year ${problems} } } } }`;
const cancel = 'mutation ($id: ID!) { importCancel(id: $id) { userErrors { code message } } }';

/** Refused reports in one answer, of all files together. */
const pageSize = 200;
const mostOfAFile = 50;

/** A question that nobody answers so long is given up. */
const patience = 15_000;

export async function loadRunState(id: string, token: string): Promise<RunState & { fileCount: number }> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const { files, ...run } = await load<RunState & { files: readonly unknown[] }>(
      state,
      { id },
      token,
      giveUp,
    );
    return { ...run, fileCount: files.length };
  } finally {
    clearTimeout(timer);
  }
}

/** The run with its files, and of each file the refused reports behind a position, as many as fit a page. */
export async function loadEndedRun(
  id: string,
  token: string,
  fileCount: number,
  after: number | null = null,
): Promise<EndedRun> {
  const variables = { id, first: pageOf(fileCount), after };
  const run = await load<EndedRunAnswer>(ended, variables, token);
  return { ...run, files: run.files.map(fileOf) };
}

/** How many refused reports of one file are asked for at a time. */
export function pageOf(fileCount: number): number {
  return Math.max(1, Math.min(mostOfAFile, Math.floor(pageSize / Math.max(1, fileCount))));
}

/** Calls the import off. One that has ended meanwhile stays as it is. */
export async function cancelRun(id: string, token: string): Promise<void> {
  const { importCancel } = await query<{
    importCancel: { userErrors: readonly { code: string; message: string }[] };
  }>(cancel, token, { variables: { id } });
  const [error] = importCancel.userErrors;
  if (error && error.code !== 'IMPORT_NOT_RUNNING') throw new Failure(error.message, 200);
}

async function load<Run>(
  text: string,
  variables: object,
  token: string,
  giveUp?: AbortController,
): Promise<Run> {
  const { run } = await query<{ run: Run | null }>(text, token, { variables, signal: giveUp?.signal });
  if (run) return run;
  throw new Failure(texts.noSuchRun, 404);
}

type ProblemOfRun = Omit<ProblemAnswer, 'cell' | 'at'> & { cell: string | null; at: string | null };

interface EndedRunAnswer extends RunState {
  readonly files: readonly (Omit<RunFile, 'problems' | 'refused'> & {
    readonly problems: readonly ProblemOfRun[];
    readonly reports: readonly (Omit<RefusedReport, 'problems'> & { problems: readonly ProblemOfRun[] })[];
  })[];
}

function fileOf({ reports, ...file }: EndedRunAnswer['files'][number]): RunFile {
  return {
    ...file,
    // The page itself says that the import was called off.
    problems: file.problems.filter(({ code }) => code !== 'IMPORT_CANCELLED').map(problemOf),
    refused: reports.map((report) => ({ ...report, problems: report.problems.map(problemOf) })),
  };
}

/** As POST /imports writes it: severities in lower case, nothing where there is no place. */
function problemOf({ severity, cell, at, ...problem }: ProblemOfRun): ProblemAnswer {
  return {
    ...problem,
    severity: severity.toLowerCase() as Severity,
    cell: cell ?? undefined,
    at: at ?? undefined,
  };
}
