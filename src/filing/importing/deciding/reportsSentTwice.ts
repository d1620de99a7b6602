import type { Agency } from '../../../../entities/agencies/Agency.js';
import { problem, type Problem } from '../../../problems/problem.js';
import { ownerOf, type IncomingReport } from './incomingReport.js';
import { placeInRequest, type SentReports } from './sentReports.js';

/** The reports whose agency and year come more than once in a request, each with what to say about it. */
export function reportsSentTwice(
  incoming: readonly IncomingReport[],
  otherSent: SentReports,
): Map<IncomingReport, Problem> {
  const groups = new Map<string, IncomingReport[]>();
  for (const report of incoming) {
    const owner = ownerOf(report);
    if (!owner) continue;
    otherSent.add(owner.agency.id, owner.year, placeOf(report));
    const key = `${owner.agency.id} ${owner.year}`;
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  const twice = new Map<IncomingReport, Problem>();
  for (const group of groups.values())
    for (const report of group) {
      const owner = ownerOf(report);
      if (!owner) continue;
      // Files of one name in a request stand at one place.
      const known = otherSent.placesOf(owner.agency.id, owner.year);
      const places = known.length > group.length ? known : group.map(placeOf);
      const filed = otherSent.filedPlaceOf(owner.agency.id, owner.year);
      if (places.length > 1) twice.set(report, duplicateProblem(owner, places, filed));
    }
  return twice;
}

/** Where a report stands in a request. */
export function placeOf({ draft, fileName }: IncomingReport): string {
  return placeInRequest(fileName, draft.at);
}

function duplicateProblem(
  { agency, year }: { agency: Agency; year: number },
  places: readonly string[],
  filed: string | undefined,
): Problem {
  const shown = [...new Set(places)].slice(0, 5).join('、');
  const what = filed === undefined ? '都没有保存' : `${filed} 的一份已先存入，这一份没有保存`;
  return problem(
    'DUPLICATE_REPORT',
    `${agency.name} ${year} 年度的报告在一次上传中出现 ${places.length} 次（${shown}），${what}。请只保留正确的一份后重新上传。`,
  );
}
