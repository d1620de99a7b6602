import { severityWords as names } from '../../../src/checks/severityWords.js';
import { groupProblems, otherPlaces } from '../../../src/text/groupProblems.js';
import type { FileAnswer, FindingAnswer, ProblemAnswer, ReportAnswer, Severity } from '../importAnswer.js';

/** One thing to tell about a file: a problem in reading it, or a rule that its numbers break. */
export interface Notice {
  readonly severity: Severity;
  /** The problem code or the rule. */
  readonly code: string;
  readonly message: string;
  /** Cell keys, the total first. */
  readonly cells: readonly string[];
  /** Addresses in the file, e.g. 年报!J12. */
  readonly places: readonly string[];
  readonly sides: {
    readonly left: string | null;
    readonly right: string | null;
    readonly difference: string | null;
  } | null;
}

export { severities } from '../../../src/forms/form.js';

/** A sign and a word for each severity: colour alone tells nothing to some. */
export const severityWords: Readonly<Record<Severity, { sign: string; word: string; meaning: string }>> = {
  error: { sign: '✘', word: names.error, meaning: '必须改正' },
  explain: { sign: '？', word: names.explain, meaning: '改正，或在报送前写明原因' },
  warning: { sign: '！', word: names.warning, meaning: '请核对' },
  info: { sign: '✓', word: names.info, meaning: '已自动规范，一般无需处理' },
};

export function reportNotices(report: ReportAnswer): Notice[] {
  return [
    ...problemNotices(report.problems),
    ...report.findings.map((finding) => findingNotice(finding, report)),
  ];
}

export function fileNotices(file: Pick<FileAnswer, 'problems'>): Notice[] {
  return problemNotices(file.problems);
}

export function allNotices(file: FileAnswer): Notice[] {
  return [...fileNotices(file), ...file.reports.flatMap(reportNotices)];
}

export function countOf(notices: readonly Notice[], severity: Severity): number {
  return notices.filter((notice) => notice.severity === severity).length;
}

/** One for each cause; its places stand below the sentence. */
export function problemNotices(problems: readonly ProblemAnswer[]): Notice[] {
  return groupProblems(problems).map((group) => {
    const { first, others } = group;
    const all = [first, ...others];
    return {
      severity: first.severity,
      code: first.code,
      message: first.message + otherPlaces(group, 0),
      cells: all.flatMap(({ cell }) => cell ?? []),
      places: all.flatMap(({ at }) => at ?? []),
      sides: null,
    };
  });
}

function findingNotice(finding: FindingAnswer, { cells }: ReportAnswer): Notice {
  const { left, right, difference } = finding;
  const places = finding.cells.flatMap((key) => cells[key]?.at ?? []);
  return {
    severity: finding.severity,
    code: finding.rule,
    message: finding.message,
    cells: finding.cells,
    places: [...new Set(places)],
    // A single number compared with a limit is said by the message alone.
    sides: difference !== null && finding.cells.length > 1 ? { left, right, difference } : null,
  };
}
