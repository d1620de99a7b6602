import type { Form } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import { listed } from '../../src/text/listed.js';
import type { Grid } from '../reading/grid.js';
import { boundColumnsOf } from './columns/boundColumnsOf.js';
import { findHead, labelOf, likelyHead, type Head } from './head.js';
import { headingYear } from './headingYear.js';
import type { LedgerRequest } from './LedgerDraft.js';
import { masked } from './personal.js';
import type { LedgerSheet } from './sheetCases.js';

/** The sheets of a file that are a ledger, and what is to be said of them. */
export interface FoundSheets {
  readonly sheets: readonly LedgerSheet[];
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

/** Finds the sheets that are a ledger, each with its head and its columns. */
export function ledgerSheets(grids: readonly Grid[], { words }: LedgerRequest, form: Form): FoundSheets {
  const visible = grids.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  const confirmed = Object.values(words.columns);
  const heads = visible.map((grid) => ({ grid, head: findHead(grid, confirmed) }));
  if (heads.every(({ head }) => head === null)) for (const each of heads) each.head = likelyHead(each.grid);
  const withHeads = heads.flatMap(({ grid, head }) => (head ? [{ grid, head }] : []));
  const problems: Problem[] = [];
  const missing = new Set<string>();
  const sheets: LedgerSheet[] = [];
  for (const { grid, head } of heads) {
    const own = head ?? headOfPage(grid, sheets.at(-1));
    if (!own) continue;
    const bound = head ? boundColumnsOf(grid, head, words, form) : null;
    const bindings = bound?.bindings ?? sheets.at(-1)?.bindings ?? [];
    for (const field of bound?.missing ?? []) missing.add(field);
    problems.push(...(bound?.problems ?? []), ...hiddenLines(grid, own));
    const number = bindings.find(({ field }) => field === 'number')?.columns[0];
    const isSerial = number !== undefined && labelOf(number)?.field === 'serial';
    const numberPrefix = isSerial && withHeads.length > 1 && grid.name !== null ? `${grid.name}-` : '';
    const yearBefore = yearStatedBefore(visible, grid);
    const lacking = bound?.missing ?? sheets.at(-1)?.missing ?? [];
    sheets.push({ grid, head: own, bindings, missing: lacking, numberPrefix, yearBefore });
  }
  const read = new Set(sheets.map(({ grid }) => grid));
  const unread = grids.filter((grid) => grid.kind === 'sheet' && grid.rows.length > 1 && !read.has(grid));
  return { sheets, missing: [...missing], problems: [...onceEach(problems), ...notRead(unread, sheets)] };
}

/** In a document the title stands before the table. */
function yearStatedBefore(grids: readonly Grid[], table: Grid): number | null {
  const before = grids.slice(0, grids.indexOf(table)).filter(({ kind }) => kind === 'text');
  const texts = before.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  return texts.map(headingYear).findLast((year) => year !== null) ?? null;
}

/** A table that goes on over the page, without its head. */
function headOfPage(grid: Grid, before: LedgerSheet | undefined): Head | null {
  if (!before || grid.places === undefined || grid.kind !== 'sheet') return null;
  const widest = Math.max(...grid.rows.map(({ cells }) => cells.length));
  const isAsWide = widest <= before.head.columns.length && widest * 2 > before.head.columns.length;
  return isAsWide ? { ...before.head, firstIndex: 0, lastIndex: -1 } : null;
}

/** One cause is told once, however many sheets have it. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const known = new Map<string, Problem>();
  for (const each of problems) {
    const cause = `${each.code} ${each.message.replace(/（[^（）]*![^（）]*）/g, '')}`;
    if (!known.has(cause)) known.set(cause, each);
  }
  return [...known.values()];
}

function notRead(grids: readonly Grid[], sheets: readonly LedgerSheet[]): Problem[] {
  if (sheets.length === 0) return [];
  const namesOf = (some: readonly Grid[]) =>
    listed(
      some.flatMap(({ name }) => (name === null ? [] : [`“${masked(name)}”`])),
      5,
      '个',
    );
  const others = grids.filter(({ hidden, name }) => !hidden && name !== null);
  const hidden = grids.filter((grid) => grid.hidden && grid.name !== null);
  return [
    ...(others.length > 0 ? [problem('SHEET_NOT_READ', `${namesOf(others)}不像台账，没有读。`)] : []),
    ...(hidden.length > 0
      ? [problem('SHEET_NOT_READ', `隐藏的工作表${namesOf(hidden)}没有读。要计入的，请取消隐藏后重新上传。`)]
      : []),
  ];
}

/** Hidden lines are counted like any other; whoever sends the ledger is told that they are there. */
function hiddenLines({ rows }: Grid, { lastIndex }: Head): Problem[] {
  const [first, ...others] = rows.slice(lastIndex + 1).filter(({ hidden }) => hidden);
  if (!first) return [];
  const at = first.cells[0]?.at ?? null;
  return [
    problem(
      'HIDDEN_CONTENT',
      `台账里有隐藏的 ${others.length + 1} 行（也可能是筛选），已照常计数。请取消隐藏、筛选后核对。`,
      { at },
    ),
  ];
}
