import { isError, problem, type Problem } from '../../../problems/problem.js';
import { ownerOf, type IncomingReport } from './incomingReport.js';

/**
 * The reports of a request that say what another one says in another format, each with that one: an office sends the
 * Word file and the PDF it was published as. The one that is filed can be read without an error and has most prose.
 */
export function sameReports(incoming: readonly IncomingReport[]): Map<IncomingReport, IncomingReport> {
  const groups = new Map<string, IncomingReport[]>();
  for (const report of incoming) {
    const owner = ownerOf(report);
    if (!owner || report.sha256 === null) continue;
    const key = `${owner.agency.id} ${owner.year}`;
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  const same = new Map<IncomingReport, IncomingReport>();
  for (const group of groups.values()) {
    if (group.length < 2 || !areOneReport(group)) continue;
    const [first, ...others] = [...group].sort(byWorth);
    if (first) for (const other of others) same.set(other, first);
  }
  return same;
}

/** What is said of a report that came in another format too. */
export function sameReportProblem(filed: string): Problem {
  return problem(
    'SAME_REPORT',
    `与 ${filed} 是同一份报告的两种格式，各格的数都相同，只存入 ${filed} 的一份。`,
  );
}

function areOneReport(group: readonly IncomingReport[]): boolean {
  const endings = new Set(group.map(({ fileName }) => endingOf(fileName)));
  const [first] = group;
  return (
    endings.size === group.length &&
    group.every(
      ({ form, values }) =>
        form === first?.form && values.every((value, position) => value === first.values[position]),
    )
  );
}

function endingOf(fileName: string): string {
  return /\.[^./\\]+$/.exec(fileName)?.[0].toLowerCase() ?? '';
}

function byWorth(one: IncomingReport, other: IncomingReport): number {
  const faults = ({ fileRefused, draft }: IncomingReport): number =>
    fileRefused || draft.problems.some(isError) ? 1 : 0;
  const prose = ({ draft }: IncomingReport): number =>
    draft.sections.reduce((sum, { text }) => sum + text.length, 0);
  return faults(one) - faults(other) || prose(other) - prose(one);
}
