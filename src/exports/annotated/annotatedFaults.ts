import { findCell, type CellKey, type FormCell } from '../../cells.js';
import type { Finding } from '../../checks/check.js';
import { checkById } from '../../checks/index.js';
import { rowName, tableName } from '../../checks/place.js';
import type { Form, Severity } from '../../forms/form.js';
import type { Problem } from '../../problems/problem.js';
import { groupProblems, type ProblemGroup } from '../../text/groupProblems.js';
import { problemCodes } from '../../problems/problemCodes.js';
import type { AnnotatedReport } from './annotatedReport.js';
import { comparisonOf } from './comparisonOf.js';
import { unreadBeside } from './unreadBeside.js';
import { shortened } from '../../text/shortened.js';
import { severities } from '../../forms/form.js';

/** One line of the list of faults: something the filer has to mend, explain or look at. */
export interface Fault {
  /** Its number in the list, from 1. */
  readonly number: number;
  readonly severity: Severity;
  /** The cells it is about, the total first; empty when it is about no cell. */
  readonly cells: readonly CellKey[];
  /** Each of the cells is at fault by itself: the blank ones. Otherwise the first, against the others. */
  readonly isEach: boolean;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly written: string;
  readonly expected: string;
  readonly rule: string;
  readonly advice: string;
  /** The same in few words, the fullest first, for the note of the cell. */
  readonly summaries: readonly string[];
  /** null when it is about reading the file. */
  readonly finding: Finding | null;
}

/** Problems and findings of a report, the gravest first. Clean-ups are no faults. */
export function faultsOf(report: AnnotatedReport): Fault[] {
  const faults = [
    ...groupProblems(report.problems.filter(({ severity }) => severity !== 'info')).map((group) =>
      ofProblem(report, group),
    ),
    ...report.findings.map((finding) => ofFinding(report, finding)),
  ];
  return faults
    .sort((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity))
    .map((fault, index) => ({ ...fault, number: index + 1 }));
}

type Unnumbered = Omit<Fault, 'number'>;

/** One line for each cause, with all its cells. */
function ofProblem(report: AnnotatedReport, { first, others }: ProblemGroup<Problem>): Unnumbered {
  const { form, cells } = report;
  const { code, severity, cell, at, message } = first;
  const target = cell === undefined ? undefined : findCell(form, cell);
  const raw = (target && cells[target.key]?.raw) ?? '';
  const same = others.flatMap((other) =>
    other.cell === undefined ? [] : (findCell(form, other.cell) ?? []),
  );
  const targets = target ? [...new Set([target, ...same, ...unreadBeside(report, code, target)])] : [];
  const { meaning } = problemCodes[code];
  return {
    severity,
    cells: targets.map(({ key }) => key),
    isEach: targets.length > 1,
    ...placeOf(targets),
    // Where a row or table is lost there is no cell of the upload to name.
    ...(target === undefined && at !== undefined && { row: `原文件 ${at}` }),
    written: raw,
    expected: '',
    rule: `${code} ${meaning}`,
    advice: withoutPlace(message),
    summaries: [raw === '' ? meaning : `原文“${shortened(raw, 16)}”，${meaning}`, meaning, code],
    finding: null,
  };
}

function ofFinding({ form, cells }: AnnotatedReport, finding: Finding): Unnumbered {
  const { rule, severity, left, right, difference } = finding;
  const targets = finding.cells.flatMap((key) => findCell(form, key) ?? []);
  const blanks = targets.filter(({ key }) => (cells[key]?.value ?? null) === null);
  const isEach = left === null && right === null && targets.length > 0 && blanks.length === targets.length;
  const comparison = comparisonOf(form, finding);
  const check = checkById(rule);
  const relation = comparison?.relation ?? check?.relation ?? null;
  const formula = check?.formula ?? '';
  return {
    severity,
    cells: targets.map(({ key }) => key),
    isEach,
    ...placeOf(targets),
    ...(targets.length === 0 && { table: sectionName(form, finding) }),
    written: isEach
      ? writtenIn(blanks, cells)
      : (left ?? finding.text ?? (blanks.length > 0 ? '有空白' : '')),
    expected: right === null || (relation === null && targets.length > 0) ? '' : `${sign(relation)}${right}`,
    rule: `${rule} ${formula}`,
    advice: withoutPlace(finding.message),
    summaries: isEach
      ? [`空白 ${blanks.length} 格，没有的填 0`]
      : [
          ...(comparison && left !== null && right !== null
            ? [
                `${comparison.left}＝${left}，${sign(relation)}${comparison.right || right}${
                  comparison.right && `＝${right}`
                }${difference !== null && relation === '=' ? `，相差 ${difference}` : ''}`,
                `${left}，应${relation}${right}`,
              ]
            : []),
          formula,
          rule,
        ],
    finding,
  };
}

function sign(relation: '=' | '≤' | '≥' | null): string {
  return relation === '≤' || relation === '≥' ? relation : '';
}

/** Table, row and column as printed. Several rows or columns are named by the first and counted. */
function placeOf(targets: readonly FormCell[]): Pick<Fault, 'table' | 'row' | 'column'> {
  const [first] = targets;
  if (!first) return { table: '', row: '', column: '' };
  const rows = new Set(targets.map(({ row }) => row)).size;
  const columns = new Set(targets.map(({ column }) => column.id)).size;
  return {
    table: tableName(first).slice(1, -1),
    row: rowName(first).slice(1, -1) + (rows > 1 ? ` 等 ${rows} 行` : ''),
    column: first.column.label + (columns > 1 ? ` 等 ${columns} 列` : ''),
  };
}

/** 一、总体情况, for a finding about its prose. */
function sectionName(form: Form, { section }: Finding): string {
  const found = form.sections.find(({ id }) => id === section);
  return found ? `${found.numeral}、${found.title}` : '';
}

/** What stands in a cell without a value: a text that is no number, or nothing. */
function writtenIn([first, ...others]: readonly FormCell[], cells: AnnotatedReport['cells']): string {
  return (first && others.length === 0 && cells[first.key]?.raw) || '空白';
}

/**
 * The list names table, row and column in columns of their own: 「三、…」“自然人”列：is left out. A label may hold
 * a colon itself: “本年收费金额（单位：万元）”.
 */
export function withoutPlace(message: string): string {
  const match = /^「[^」]*」(?:“[^”]*”|[^：“])*：(?=.)/u.exec(message);
  return match ? message.slice(match[0].length) : message;
}
