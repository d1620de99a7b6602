import type { Agency } from '../../../../entities/agencies/Agency.js';
import type { CellDifference } from '../../reports/compareCells.js';
import type { ImportOptions } from './importOptions.js';
import type { ImportStatus } from '../../../words/importStatuses.js';
import { isError, problem, type Problem } from '../../../problems/problem.js';
import { yearProblems } from '../../judging/checkDocument.js';
import { longestSection } from '../../reports/proseText.js';
import { compareCells } from '../../reports/compareCells.js';
import type { CurrentReport, ReportIndex } from '../../reports/currentReports.js';
import type { ResolvedAgency } from '../../agencies/resolveAgency.js';
import { ownerOf, type IncomingReport } from './incomingReport.js';
import { placeOf, reportsSentTwice } from './reportsSentTwice.js';
import { shortened } from '../../../text/shortened.js';
import { sameReportProblem, sameReports } from './sameReports.js';
import type { SentReports } from './sentReports.js';
import { lockedProblem } from '../../locked.js';
import type { ReportDraft } from '../../../../importers/draft/draft.js';
import { withoutSignature } from '../../../../importers/draft/signature.js';
import { overwrittenCorrections } from './overwrittenCorrections.js';

/** What is to become of one report, and why. */
export interface Decision {
  readonly incoming: IncomingReport;
  readonly status: ImportStatus;
  readonly problems: readonly Problem[];
  /** Whose report it is; undefined while agency or year is unknown. */
  readonly owner: { readonly agency: Agency; readonly year: number } | undefined;
  readonly current: CurrentReport | undefined;
  readonly diff: readonly CellDifference[];
}

/** Decides on every report of a request. One refused report does not block the others, unless REJECT_ALL is asked for. */
export function decideImports(
  incoming: readonly IncomingReport[],
  reports: ReportIndex<CurrentReport>,
  {
    options,
    othersRefused,
    otherSent,
    today,
  }: {
    readonly options: ImportOptions;
    readonly othersRefused: boolean;
    readonly otherSent: SentReports;
    readonly today: Date;
  },
): Decision[] {
  const same = sameReports(incoming);
  const alone = incoming.filter((report) => !same.has(report));
  const twice = reportsSentTwice(alone, otherSent);
  const decided = new Map(
    alone.map((report) => [report, decide(report, twice.get(report), { reports, options, today })] as const),
  );
  const decisions = incoming.flatMap((report): Decision[] => {
    const filed = same.get(report);
    const decision = decided.get(filed ?? report);
    if (!decision) return [];
    return [filed ? asTheOther(report, filed, decision) : decision];
  });
  const anyRefused = othersRefused || decisions.some(({ status }) => status === 'REJECTED');
  const all =
    options.errorPolicy === 'REJECT_ALL' && anyRefused ? decisions.map(refuseWithOthers) : decisions;
  for (const { status, owner, incoming: report } of all)
    if (owner && status !== 'REJECTED') otherSent.addFiled(owner.agency.id, owner.year, placeOf(report));
  return all;
}

/** Another format of a report that is decided on: it is stored once, or not at all. */
function asTheOther(incoming: IncomingReport, filed: IncomingReport, decision: Decision): Decision {
  return {
    ...decision,
    incoming,
    status: decision.status === 'REJECTED' ? 'REJECTED' : 'UNCHANGED',
    problems: [...incoming.draft.problems, sameReportProblem(filed.fileName)],
    diff: [],
  };
}

function decide(
  incoming: IncomingReport,
  duplicate: Problem | undefined,
  {
    reports,
    options,
    today,
  }: { readonly reports: ReportIndex<CurrentReport>; readonly options: ImportOptions; readonly today: Date },
): Decision {
  const { draft, resolved, fileRefused } = incoming;
  const owner = ownerOf(incoming);
  const current = owner && reports.get(owner.agency.id, owner.year);
  const problems = [
    ...draft.problems,
    ...proseProblems(draft),
    ...[
      ...(saysYearIsWrong(draft) ? [] : yearProblems(draft.year, options.year, today)).map(
        (found): Problem => ({ ...found, severity: severityOf(found, incoming, options) }),
      ),
      ...agencyProblems(resolved),
      ...(duplicate ? [duplicate] : []),
    ].map((found) => (draft.at === undefined ? found : { ...found, at: draft.at })),
  ];
  // Nothing else is looked at: nobody learns from a locked report what a change would do to it.
  const locked = current && lockedProblem(current.status);
  if (locked) return { incoming, owner, current, problems: [locked], diff: [], status: 'REJECTED' };
  const decision = {
    incoming,
    owner,
    current,
    problems,
    diff: current ? compareCells(current, incoming) : [],
  };
  if (fileRefused || problems.some((found) => blocks(found, options)))
    return { ...decision, status: 'REJECTED' };
  if (current && isUnchanged(incoming, current, options))
    return { ...decision, status: 'UNCHANGED', diff: [] };
  const overwritten =
    current && !options.overwriteCorrections ? overwrittenCorrections(incoming, current) : [];
  if (overwritten.length > 0)
    return { ...decision, status: 'REJECTED', problems: [...problems, ...overwritten] };
  return { ...decision, status: options.dryRun ? 'DRY_RUN' : 'STORED' };
}

function agencyProblems(resolved: ResolvedAgency): Problem[] {
  if ('problem' in resolved) return [resolved.problem];
  return resolved.told ? [resolved.told] : [];
}

function proseProblems({ sections }: ReportDraft): Problem[] {
  return sections
    .filter(({ title, text }) => text.length > longestSection || title.length > longestSection)
    .map(({ title }) =>
      problem('TOO_LARGE', `“${shortened(title, 50)}”超过 ${longestSection} 字。请只保留报告的文字。`),
    );
}

/**
 * Without a year a report can be checked, but not filed. A year that is not over is told; only a file of one
 * report is refused for it: systems and collections send the years they keep.
 */
function severityOf(
  { code, severity }: Problem,
  { sha256 }: IncomingReport,
  { layout }: ImportOptions,
): Problem['severity'] {
  if (code !== 'YEAR_UNLIKELY') return 'error';
  return sha256 !== null && layout === 'report' ? severity : 'warning';
}

function saysYearIsWrong({ problems }: ReportDraft): boolean {
  return problems.some(({ code }) => code === 'YEAR_UNKNOWN');
}

/** ACCEPT_VALID_CELLS stores the rest of a report: cells that could not be read stay blank. */
function blocks(found: Problem, { errorPolicy }: ImportOptions): boolean {
  return isError(found) && !(errorPolicy === 'ACCEPT_VALID_CELLS' && found.cell !== undefined);
}

/**
 * The same bytes with the same options are the same filing: corrections made since then stay. Otherwise the
 * same numbers and prose are. A workbook without prose says nothing about the prose.
 */
function isUnchanged(incoming: IncomingReport, current: CurrentReport, options: ImportOptions): boolean {
  const sameFiling =
    incoming.sha256 !== null &&
    incoming.sha256 === current.uploadSha256 &&
    options.blanksAreZero === current.blanksAreZero &&
    options.errorPolicy === current.errorPolicy;
  if (sameFiling && !options.overwriteCorrections) return true;
  return (
    incoming.form === current.form &&
    incoming.values.every((value, position) => value === current.values[position]) &&
    hasSameProse(incoming, current) &&
    // An export prints no date: it says nothing of it.
    (incoming.draft.datedOn ?? current.datedOn) === current.datedOn
  );
}

/** A signature at the end is no difference: an export prints it under the report. */
function hasSameProse(incoming: IncomingReport, current: CurrentReport): boolean {
  const asked = { form: current.form, agency: current.agency.name };
  const known = withoutSignature(current.sections, asked);
  return withoutSignature(incoming.draft.sections, asked).every(({ id, text }) =>
    known.some((section) => section.id === id && section.text === text),
  );
}

function refuseWithOthers(decision: Decision): Decision {
  if (decision.status !== 'STORED' && decision.status !== 'DRY_RUN') return decision;
  const refused = problem(
    'OTHERS_REFUSED',
    '同一次上传中有文件被拒绝，按“全部拒绝”处理，这一份没有保存。请改正被拒绝的文件后一起重新上传。',
  );
  return { ...decision, status: 'REJECTED', problems: [...decision.problems, refused] };
}
