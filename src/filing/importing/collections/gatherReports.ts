import type {
  CollectionPart,
  ReportName,
  ReportsPart,
} from '../../../../importers/collection/collectionPart.js';
import type { ReportDraft } from '../../../../importers/draft/draft.js';
import { problem, type Problem } from '../../../problems/problem.js';

/** All or nothing is one transaction, so it has an end. */
const allOrNothingReports = 1_000;

/** Everything of a collection that is to be stored together or not at all. */
export async function gatherReports(
  parts: AsyncIterable<CollectionPart>,
  announce: (names: readonly ReportName[]) => Promise<void>,
): Promise<ReportsPart> {
  const reports: ReportDraft[] = [];
  const problems: Problem[] = [];
  let last: ReportsPart | null = null;
  for await (const part of parts) {
    if (part.kind === 'names') {
      await announce(part.names);
      continue;
    }
    last = part;
    reports.push(...part.reports);
    problems.push(...part.problems);
    if (reports.length > allOrNothingReports) return { ...part, reports: [], problems: [tooMany()] };
  }
  const { format = null, encoding = null, bytesRead = 0 } = last ?? {};
  return { kind: 'reports', format, encoding, reports, problems, bytesRead };
}

function tooMany(): Problem {
  const message = `按“全部拒绝”处理时，一个文件最多 ${allOrNothingReports} 份报告。请分成几个文件，或改用“只拒绝有问题的报告”。`;
  return problem('TOO_LARGE', message);
}
