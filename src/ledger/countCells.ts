import type { CellKey } from '../cells.js';
import type { Form, Table } from '../forms/form.js';
import { tablesOf } from '../cells.js';
import { courseInYear, isOfYear, type Course } from './courseInYear.js';
import type { LedgerCase } from './LedgerCase.js';
import { outcomeRow } from './outcomeRow.js';
import { hasRemedies, remediesInYear, type Remedies } from './remediesInYear.js';

const requests = 'requests';
const remedies = 'remedies';
const total = 'total';

/** Cases of one kind: from one applicant type, with one course through the year. */
export interface CaseGroup extends Course {
  readonly applicant: string | null;
  readonly cases: number;
}

/** Some cases with the same remedies. */
export interface RemedyGroup extends Remedies {
  readonly cases: number;
}

/** The cells of 三 and 四, in printed order, with what was counted in each. */
export type CountedCells = Map<CellKey, number>;

/** The tables that are counted from a ledger: 三 and 四. */
export function countedTables(form: Form): readonly Table[] {
  return tablesOf(form).filter(({ id }) => id === requests || id === remedies);
}

/** The keys of the cells that are counted from a ledger. */
export function countedKeys(form: Form): readonly CellKey[] {
  return countedTables(form).flatMap(({ id, rows, columns }) =>
    rows.flatMap((row) => columns.map((column): CellKey => `${id}.${row.id}.${column.id}`)),
  );
}

/** 三 and 四 from cases that were counted in groups. */
export function countGroups(
  form: Form,
  groups: Iterable<CaseGroup>,
  remedyGroups: Iterable<RemedyGroup>,
): CountedCells {
  const cells: CountedCells = new Map(countedKeys(form).map((key) => [key, 0]));
  const add = (key: CellKey, cases: number): void => {
    const before = cells.get(key);
    if (before !== undefined) cells.set(key, before + cases);
  };
  for (const group of groups)
    for (const row of rowsOf(form, group))
      for (const column of columnsOf(group.applicant)) add(`${requests}.${row}.${column}`, group.cases);
  for (const group of remedyGroups)
    for (const key of remedyCells(group)) {
      add(key, group.cases);
      add(totalBeside(key), group.cases);
    }
  return cells;
}

/** 三 and 四 of a year from its cases. */
export function countCells(form: Form, cases: Iterable<LedgerCase>, year: number): CountedCells {
  const groups = new Map<string, CaseGroup>();
  const remedyGroups: RemedyGroup[] = [];
  for (const one of cases) {
    const remedies = remediesInYear(one, year);
    if (hasRemedies(remedies)) remedyGroups.push({ ...remedies, cases: 1 });
    const course = courseInYear(one, year);
    if (!isOfYear(course)) continue;
    const key = `${one.applicant} ${course.opening} ${course.closing}`;
    const known = groups.get(key);
    groups.set(key, { applicant: one.applicant, ...course, cases: (known?.cases ?? 0) + 1 });
  }
  return countGroups(form, groups.values(), remedyGroups);
}

/** The cells that one case is counted in, sums included. */
export function cellsOfCase(form: Form, one: LedgerCase, year: number): readonly CellKey[] {
  const course = courseInYear(one, year);
  const rows = isOfYear(course) ? rowsOf(form, course) : [];
  const inRequests = rows.flatMap((row) =>
    columnsOf(one.applicant).map((column): CellKey => `${requests}.${row}.${column}`),
  );
  const inRemedies = remedyCells(remediesInYear(one, year)).flatMap((key) => [key, totalBeside(key)]);
  return [...inRequests, ...inRemedies];
}

/** The rows in which a case is counted: where it began, where it ended, and （七）总计 when it was concluded. */
function rowsOf(form: Form, { opening, closing }: Course): readonly string[] {
  if (closing === null) return [opening];
  if (closing === 'carriedForward') return [opening, closing];
  const row = outcomeRow(form, closing);
  return row === null ? [opening] : [opening, row, 'outcomesTotal'];
}

function columnsOf(applicant: string | null): readonly string[] {
  return applicant === null ? [] : [applicant, total];
}

/** The total of the row of a cell. */
function totalBeside(key: CellKey): CellKey {
  const [table = '', row = ''] = key.split('.');
  return `${table}.${row}.${total}`;
}

/** Its cell of 四 for the reconsideration, and that for the lawsuit. */
function remedyCells({ reconsiderationResult, litigationRoute, litigationResult }: Remedies): CellKey[] {
  const cells: CellKey[] = [];
  if (reconsiderationResult !== null) cells.push(`${remedies}.reconsideration.${reconsiderationResult}`);
  if (litigationRoute !== null && litigationResult !== null)
    cells.push(`${remedies}.${litigationRoute}.${litigationResult}`);
  return cells;
}
