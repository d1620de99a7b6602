import type { FileDraft } from '../../../importers/draft/draft.js';
import type { AskedWord, BoundColumn } from '../../../importers/ledger/LedgerDraft.js';
import { capped } from '../../../importers/ledger/capped.js';
import type { FileFormat } from '../../words/fileFormats.js';
import type { CellKey } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { caseFindings, remediesElsewhere, type CaseFinding } from '../../ledger/caseFindings.js';
import { countCells } from '../../ledger/countCells.js';
import { courseInYear, isOfYear, type YearOfCase } from '../../ledger/courseInYear.js';
import type { PlacedCase } from '../../ledger/LedgerCase.js';
import { hasRemedies, remediesInYear } from '../../ledger/remediesInYear.js';
import type { WorkingDays } from '../../ledger/workingDays.js';
import { problem, type Problem } from '../../problems/problem.js';
import type { Day } from '../../season/chinaDay.js';
import { notJudged, otherYears } from './ledgerNotices.js';

/** A case whose answer came late. */
export interface LateCase {
  readonly case: string;
  readonly due: Day;
  readonly answered: Day | null;
}

/** What a ledger says and what was counted from it, as `ledger check --json` prints it. */
export interface LedgerDocument {
  readonly file: string;
  readonly format: FileFormat | null;
  readonly columns: readonly BoundColumn[];
  readonly dropped: readonly string[];
  readonly problems: readonly Problem[];
  /** How many requests belong to the year: 四 may count others, whose remedies were decided in it. */
  readonly cases: number;
  readonly form: string;
  readonly cells: Readonly<Record<CellKey, string>>;
  readonly carriedForward: readonly string[];
  readonly late: readonly LateCase[];
  /** What has to be said once before everything can be counted. */
  readonly labels: readonly string[];
  readonly missing: readonly string[];
  readonly asked: readonly AskedWord[];
}

/** What a ledger is counted and judged by. */
export interface LedgerOptions {
  readonly year: number;
  readonly form: Form;
  readonly calendar: WorkingDays;
  readonly today: Day;
}

/** A ledger with the cases of its year. */
export interface JudgedLedger {
  readonly document: LedgerDocument;
  readonly cases: readonly PlacedCase[];
}

/** Counts a ledger and says what is wrong with it. */
export function judgeLedger(file: string, draft: FileDraft, options: LedgerOptions): JudgedLedger {
  const { format, ledger, problems: ofFile } = draft;
  const { form, year, calendar } = options;
  if (!ledger) return { document: { ...nothing, file, format, problems: ofFile, form: form.id }, cases: [] };
  const courses = ledger.cases.map((one) => courseInYear(one, year));
  const ofYear = new Set(ledger.cases.filter((_, index) => belongs(courses[index] ?? 'unknown')));
  const cases = ledger.cases.filter((one) => ofYear.has(one) || hasRemedies(remediesInYear(one, year)));
  // A case is one, however many lines name it.
  const counted = firstOfEach(cases);
  const kept = new Set(cases);
  const found = [
    ...caseFindings(cases, options),
    ...remediesElsewhere(
      ledger.cases.filter((one) => !kept.has(one)),
      year,
    ),
  ];
  const carried = counted.filter((one) => {
    const course = courseInYear(one, year);
    return isOfYear(course) && course.closing === 'carriedForward';
  });
  return {
    cases,
    document: {
      file,
      format,
      columns: ledger.columns,
      dropped: ledger.dropped,
      problems: [
        ...ofFile,
        ...ledger.problems,
        ...capped(found.map(findingProblem)),
        ...otherYears(courses, year),
        ...notJudged([...ofYear], calendar),
      ],
      cases: ofYear.size,
      form: form.id,
      cells: Object.fromEntries(
        [...countCells(form, counted, year)].map(([key, count]) => [key, String(count)]),
      ),
      carriedForward: carried.map(({ number }) => number),
      late: found.flatMap(({ due, case: one }) =>
        due === undefined ? [] : [{ case: one.number, due, answered: one.answered }],
      ),
      labels: ledger.labels,
      missing: ledger.missing,
      asked: ledger.asked,
    },
  };
}

const nothing = {
  columns: [],
  dropped: [],
  cases: 0,
  cells: {},
  carriedForward: [],
  late: [],
  labels: [],
  missing: [],
  asked: [],
};

function firstOfEach(cases: readonly PlacedCase[]): readonly PlacedCase[] {
  const numbers = new Set<string>();
  return cases.filter(({ number }) => {
    const isFirst = !numbers.has(number);
    numbers.add(number);
    return isFirst;
  });
}

function belongs(course: YearOfCase): boolean {
  return isOfYear(course) || course === 'unknown';
}

function findingProblem({ code, case: one, message }: CaseFinding<PlacedCase>): Problem {
  const name = one.number === one.at ? one.at : `${one.number}（${one.at}）`;
  return problem(code, `${name}：${message}`, { at: one.at });
}
