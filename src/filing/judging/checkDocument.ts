import { dayInChina } from '../../season/chinaDay.js';
import type { FileFormat } from '../../words/fileFormats.js';
import type { DraftCell, Encoding, FileDraft, ReportDraft } from '../../../importers/draft/draft.js';
import { cellsOf, parseValue, type CellKey, type Values } from '../../cells.js';
import { packedCells, packedValues } from '../../../importers/reading/packedCells.js';
import type { Day } from '../../brands/brands.js';
import { lawfulDay } from '../../season/deadline.js';
import type { AgencyFacts, Children, Finding, Numbers, Requirements, Schedule } from '../../checks/check.js';
import type { Form } from '../../forms/form.js';
import { formById } from '../../forms/index.js';
import { once } from '../../once.js';
import { proposeRepairs } from '../../repair/proposeRepairs.js';
import type { Repair } from '../../repair/repair.js';
import { problem, type Problem } from '../../problems/problem.js';
import { judge } from './judge.js';
import type { ProseText } from '../reports/proseText.js';

/**
 * One report of a file, read and checked: what `nianbao check --json` prints and an import answers with.
 * Cells and repairs are made when they are looked at: whoever copies a document looks at them.
 */
export interface ReportDocument {
  readonly form: string;
  readonly year: number | null;
  readonly agency: string | null;
  /** Where it stands in a collection: its row, sheet or file. */
  readonly at?: string;
  readonly cells: Readonly<Record<CellKey, DraftCell>>;
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly repairs: readonly Repair[];
}

export interface FileDocument {
  readonly file: string;
  readonly format: FileFormat | null;
  readonly encoding: Encoding | null;
  readonly problems: readonly Problem[];
  readonly reports: readonly ReportDocument[];
}

export interface CheckOptions {
  /** The year asked for; the title's year otherwise. */
  readonly year?: number | null;
  /** The agency asked for; the title's agency otherwise. */
  readonly agency?: string | null;
  /** When it is checked: a year that is not over by then is unlikely. Not judged when left out. */
  readonly today?: Date;
}

/** The check document of a file as read. */
export function checkFile(file: string, draft: FileDraft, options: CheckOptions = {}): FileDocument {
  return {
    file,
    format: draft.format,
    encoding: draft.encoding,
    problems: draft.problems,
    reports: draft.reports.map((report) => checkDraft(report, options)),
  };
}

/** What is known of a report beside what its file says. */
export interface KnownOfReport {
  /** Its numbers, when they are known already. */
  readonly values?: Values;
  readonly agency?: AgencyFacts;
  readonly lastYear?: Numbers & ProseText;
  /** The prose it has when it is stored; that of the file when left out. */
  readonly prose?: ProseText;
  /** What its jurisdiction asks; null where it asks nothing. */
  readonly requirements?: Requirements | null;
  /** Its last day; that of the law, by the name of the agency, when left out. */
  readonly deadline?: Day;
  /** What it consolidates. */
  readonly children?: Children;
  /** What is wrong with it as a file, when that has been decided already. */
  readonly problems?: readonly Problem[];
}

/** Checks one report as read, with all that is known of it. */
export function checkDraft(
  draft: ReportDraft,
  options: CheckOptions = {},
  known: KnownOfReport = {},
): ReportDocument {
  const form = formById(draft.form);
  if (!form) throw new Error(`a draft names the form ${draft.form}, which does not exist`);
  const year = options.year ?? draft.year;
  const values = known.values ?? packedValues(form, packedCells(draft));
  const name = options.agency ?? draft.agency;
  const agency = known.agency ?? (name === null ? undefined : { name, kind: null, makesRules: null });
  const findings = judge(
    {
      form,
      values,
      year,
      agency,
      children: known.children,
      requirements: known.requirements,
      schedule: pageSchedule(
        draft.publishedOn,
        known.deadline ?? (agency && year !== null ? lawfulDay(year, agency) : undefined),
      ),
      ...(known.prose ?? draftProse(draft)),
    },
    known.lastYear,
  );
  const repairs = once(() => proposeRepairs({ form, values }, findings));
  return {
    form: draft.form,
    year,
    agency: name,
    ...(draft.at !== undefined && { at: draft.at }),
    get cells() {
      return draft.cells;
    },
    problems: known.problems ?? [
      ...draft.problems,
      ...yearProblems(draft.year, options.year ?? null, options.today),
    ],
    findings,
    get repairs() {
      return repairs();
    },
  };
}

/** A saved page says when the report was published: that is held against its last day. */
function pageSchedule(publishedOn: Day | null | undefined, deadline: Day | undefined): Schedule | undefined {
  return publishedOn && deadline ? { deadline, submittedOn: null, publishedOn } : undefined;
}

/** The prose of a draft. A file that has none says nothing of how it was printed. */
export function draftProse({ sections, headings, datedOn }: ReportDraft): ProseText {
  return { sections, headings: headings?.length ? headings : null, datedOn: datedOn ?? null };
}

/** The exact values of a draft in the order of the form's cells. */
export function draftValues(form: Form, cells: Readonly<Record<CellKey, DraftCell>>): Values {
  return cellsOf(form).map((cell) => {
    const text = cells[cell.key]?.value ?? null;
    if (text === null) return null;
    const parsed = parseValue(cell.column, text);
    return 'value' in parsed ? parsed.value : null;
  });
}

/** What is wrong with the year of a report, given what its title prints and what was asked for. */
export function yearProblems(printed: number | null, asked: number | null, today?: Date): Problem[] {
  if (printed === null && asked === null)
    return [problem('YEAR_UNKNOWN', '标题中没有报告年度。请在上传时填写年度，或在标题中写明年度。')];
  if (printed !== null && asked !== null && printed !== asked)
    return [
      problem('YEAR_MISMATCH', `文件标题写的是 ${printed} 年度，所填年度是 ${asked}。请核对后重新上传。`),
    ];
  return unlikelyYear(asked ?? printed, today);
}

/** A report is about a year that is over: of this year it is doubtful, of a later one it cannot be. */
function unlikelyYear(year: number | null, today: Date | undefined): Problem[] {
  const thisYear = today && Number(dayInChina(today).slice(0, 4));
  if (year === null || thisYear === undefined || year < thisYear) return [];
  const message = `${year} 年${year === thisYear ? '还没有结束' : '还没有开始'}，报告写的应是已经过去的一年。请核对年度。`;
  const found = problem('YEAR_UNLIKELY', message);
  return [year === thisYear ? found : { ...found, severity: 'error' }];
}
