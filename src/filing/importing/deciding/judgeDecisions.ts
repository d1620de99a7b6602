import { inTurns } from '../inTurns.js';
import type { Children, Numbers, Requirements } from '../../../checks/check.js';
import type { Day } from '../../../brands/brands.js';
import { checkDraft, draftProse, type ReportDocument } from '../../judging/checkDocument.js';
import { ReportIndex, type CurrentReport, type ReportKey } from '../../reports/currentReports.js';
import type { Decision } from './decideImports.js';
import type { ImportOptions } from './importOptions.js';
import { factsOf } from '../../judging/judge.js';
import { mergeProse, noProse, type ProseText } from '../../reports/proseText.js';

/** A report of a request that was decided on, with what is wrong with it. */
export interface JudgedDecision {
  readonly decision: Decision;
  /** The prose it has when it is filed. */
  readonly prose: ProseText;
  /** The year before, also when that comes in the same request. */
  readonly lastYear: (Numbers & ProseText) | undefined;
  readonly document: ReportDocument;
}

/** What is known of the reports of a request beside the reports that are stored. */
interface KnownOfReports {
  readonly childrenOf: (report: ReportKey) => Children | undefined;
  readonly requirementsOf: (report: ReportKey) => Requirements | null;
  /** Of the reports whose file says when they were published. */
  readonly deadlineOf: (report: ReportKey) => Day | undefined;
}

/** Judges every report of a request with everything that is known of it. */
export async function judgeDecisions(
  decisions: readonly Decision[],
  reports: ReportIndex<CurrentReport>,
  { childrenOf, requirementsOf, deadlineOf }: KnownOfReports,
  options: Pick<ImportOptions, 'year' | 'agency'>,
): Promise<JudgedDecision[]> {
  const withProse = decisions.map((decision) => ({ decision, prose: proseAfter(decision) }));
  const accepted = new ReportIndex(
    withProse.flatMap(({ decision: { status, owner, incoming }, prose }) => {
      if (!owner || (status !== 'STORED' && status !== 'DRY_RUN')) return [];
      const { form, values } = incoming;
      return [{ agencyId: owner.agency.id, year: owner.year, form, values, ...prose }];
    }),
  );
  return inTurns(withProse, ({ decision, prose }) => {
    const { owner, incoming, problems } = decision;
    const key = owner && { agencyId: owner.agency.id, year: owner.year };
    const lastYear =
      key && (accepted.get(key.agencyId, key.year - 1) ?? reports.get(key.agencyId, key.year - 1));
    const children = key && childrenOf(key);
    const document = checkDraft(
      incoming.draft,
      { year: options.year, agency: options.agency },
      {
        values: incoming.values,
        agency: owner && factsOf(owner.agency),
        lastYear,
        prose,
        children,
        ...(key && { requirements: requirementsOf(key), deadline: deadlineOf(key) }),
        problems,
      },
    );
    return { decision, prose, lastYear, document };
  });
}

function proseAfter({ incoming, current }: Decision): ProseText {
  return mergeProse(incoming.form, current ?? noProse, draftProse(incoming.draft));
}
