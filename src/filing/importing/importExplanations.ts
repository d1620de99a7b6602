import type { EntityManager } from 'typeorm';
import type { Explanation } from '../../../entities/explaining/Explanation.js';
import type { DraftExplanation } from '../../../importers/draft/draft.js';
import type { Finding } from '../../checks/check.js';
import { findingKey } from '../../checks/index.js';
import { problem, type Problem } from '../../problems/problem.js';
import type { ReportDocument } from '../judging/checkDocument.js';
import { explanationsOf, type Explained } from '../explaining/explanations.js';
import type { TextFault } from '../explaining/explanationText.js';
import type { ImportOptions } from './deciding/importOptions.js';
import { judge } from '../judging/judge.js';
import type { JudgedDecision } from './deciding/judgeDecisions.js';
import { operandsOf } from '../explaining/operands.js';
import type { StoredVersion } from '../judging/storeVersions.js';
import {
  explanationFrom,
  storeExplanations,
  type Occasion,
  type ReportToExplain,
} from '../explaining/storeExplanations.js';
import { newId } from '../newId.js';

/** What a file says about the findings of one report. */
interface FileExplanations {
  readonly given: readonly DraftExplanation[];
  /** The report as the file has it: what somebody wrote there is about these numbers. */
  readonly read: Explained;
  /** The report as it is stored now. */
  readonly report: ReportToExplain;
}

interface TakenExplanations {
  /** Why texts were refused. */
  readonly problems: ReadonlyMap<ReportDocument, readonly Problem[]>;
  /** How many were stored. */
  readonly taken: number;
}

/**
 * Stores what was typed into the list of faults of marked-up workbooks, as `explainFinding` would. A text
 * that is refused is a problem of its report and blocks nothing. A dry run only says what is refused.
 */
export async function importExplanations(
  manager: EntityManager,
  occasion: Occasion,
  {
    judged,
    stored,
    options: { dryRun },
  }: {
    readonly judged: readonly JudgedDecision[];
    readonly stored: ReadonlyMap<ReportDocument, StoredVersion>;
    readonly options: Pick<ImportOptions, 'dryRun'>;
  },
): Promise<TakenExplanations> {
  const files = judged.flatMap((each) => {
    const given = each.decision.incoming.draft.explanations ?? [];
    const report = given.length > 0 ? reportToExplain(each, stored.get(each.document)) : undefined;
    return report ? [{ given, read: asRead(each), report, document: each.document }] : [];
  });
  const known = await explanationsOf(
    manager,
    files.map(({ report }) => report.id),
  );
  const taken: { report: ReportToExplain; explanation: Explanation }[] = [];
  const problems = new Map<ReportDocument, Problem[]>();
  for (const file of files) {
    const said = [...(known.get(file.report.id) ?? [])];
    const refused: Problem[] = [];
    for (const given of file.given) {
      const answer = explain(file, said, occasion, given);
      if ('message' in answer) refused.push(problem(answer.code, answer.message, { at: given.at }));
      else {
        said.push(answer);
        taken.push({ report: file.report, explanation: answer });
      }
    }
    // Whoever sends a workbook back need not take out what was said before.
    problems.set(
      file.document,
      refused.filter(({ code }) => code !== 'NOTHING_CHANGED'),
    );
  }
  if (!dryRun) await storeExplanations(manager, occasion, taken);
  return { problems, taken: dryRun ? 0 : taken.length };
}

/** The report whose findings are explained; undefined when it is refused. */
function reportToExplain(
  { decision, prose, lastYear, document }: JudgedDecision,
  stored: StoredVersion | undefined,
): ReportToExplain | undefined {
  const { owner, current, incoming, status } = decision;
  if (!owner || status === 'REJECTED') return undefined;
  const { agency, year } = owner;
  // Another format of a report that is filed only now.
  if (status === 'UNCHANGED' && !current) return undefined;
  if (status === 'UNCHANGED' && current) return { ...current, findings: judge(current, lastYear) };
  const { form, values } = incoming;
  return {
    form,
    values,
    sections: prose.sections,
    findings: document.findings,
    id: stored?.reportId ?? current?.id ?? newId(),
    agencyId: agency.id,
    year,
    version: stored?.number ?? (current?.version ?? 0) + 1,
  };
}

function asRead({ decision: { incoming }, prose, document }: JudgedDecision): Explained {
  const { form, values } = incoming;
  return { form, values, sections: prose.sections, findings: document.findings };
}

function explain(
  file: FileExplanations,
  said: readonly Explanation[],
  occasion: Occasion,
  given: DraftExplanation,
): Explanation | TextFault {
  const finding = findingOf(file, given);
  if (finding) return explanationFrom(file.report, said, { occasion, finding, given: given.text });
  return {
    code: 'EXPLANATION_UNUSED',
    message:
      '报告现在没有这一行所说的问题，说明没有保存。数字已经更正的无需处理；问题仍在的，请就现在的数字重新说明。',
  };
}

/** The finding that is meant, if the report has it and about the same values as the file. */
function findingOf({ read, report }: FileExplanations, given: DraftExplanation): Finding | undefined {
  const { rule, cells, sentence } = given;
  const key = findingKey({ rule, cells, text: sentence ?? undefined });
  const meant = read.findings.find((finding) => findingKey(finding) === key);
  const finding = report.findings.find((each) => findingKey(each) === key);
  return meant && finding && operandsOf(read, meant) === operandsOf(report, finding) ? finding : undefined;
}
