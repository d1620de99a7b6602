import { tablesOf } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { formById } from '../../src/forms/index.js';
import type { PlacedCase } from '../../src/ledger/LedgerCase.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import { listed } from '../../src/text/listed.js';
import { labelStem } from '../match/labels.js';
import type { Grid, GridRow } from '../reading/grid.js';
import { AskedWords } from './AskedWords.js';
import { bindColumns, boundColumns, type Bindings } from './bindColumns.js';
import { capped } from './capped.js';
import { CaseReader } from './CaseReader.js';
import { findHead, labelOf, likelyHead, type Head } from './head.js';
import { headingYear } from './headingYear.js';
import type { LedgerDraft, LedgerRequest } from './LedgerDraft.js';
import { masked } from './personal.js';
import type { ConfirmedWords } from './words/confirmedWords.js';
import { refusedColumns } from './refusedColumns.js';
import { sheetCases, type LedgerSheet } from './sheetCases.js';
import { tickedColumns } from './tickedColumns.js';
import { ledgerFields } from '../../src/ledger/ledgerFields.js';

/**
 * Reads a ledger of requests: its columns by their labels, its lines as cases, nothing that tells who asked.
 * `more` are the rows that follow those of the last grid, where it is too long to be held.
 */
export function readLedger(
  grids: readonly Grid[],
  request: LedgerRequest,
  more: Iterable<GridRow> = [],
): LedgerDraft {
  const form = formById(request.form);
  if (!form) throw new Error(`a ledger is to be read for the form ${request.form}, which does not exist`);
  const asked = new AskedWords((meaning) => meaningInWords(form, meaning));
  const reader = new CaseReader(form, request.words, asked);
  const found = ledgerSheets(grids, request, form);
  if (found.sheets.length === 0) return { ...nothingRead, problems: [noLedger()], labels: [], missing: [] };
  const cases: PlacedCase[] = [];
  const last = found.sheets.at(-1);
  for (const sheet of found.sheets)
    for (const one of sheetCases(sheet, reader, request.year, sheet === last ? more : []))
      cases.push(
        sheet.missing.length > 0 ? { ...one, unread: [...(one.unread ?? []), ...sheet.missing] } : one,
      );
  const [first] = found.sheets;
  const bound = new Set(
    found.sheets.flatMap(({ bindings }) =>
      bindings.flatMap(({ columns }) => columns.map(({ label }) => label)),
    ),
  );
  const labels = [...new Set(found.sheets.flatMap(({ head }) => head.columns.map(({ label }) => label)))];
  const dropped = labels.filter((label) => !bound.has(label)).map(masked);
  return {
    columns: boundColumns(first?.bindings ?? []),
    dropped,
    labels: labels.map(masked),
    missing: found.missing,
    asked: asked.asked,
    problems: [
      ...found.problems,
      ...capped(reader.problems),
      ...asked.problems,
      ...(dropped.length > 0 ? [droppedColumns(dropped)] : []),
    ],
    cases,
  };
}

const nothingRead = { columns: [], dropped: [], asked: [], cases: [] };

interface FoundSheets {
  readonly sheets: readonly LedgerSheet[];
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

function ledgerSheets(grids: readonly Grid[], { words }: LedgerRequest, form: Form): FoundSheets {
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
    const bound = head ? boundBy(grid, head, words, form) : null;
    const bindings = bound?.bindings ?? sheets.at(-1)?.bindings ?? [];
    for (const field of bound?.missing ?? []) missing.add(field);
    problems.push(...(bound?.problems ?? []));
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

/** Binds by labels, looks whether the columns hold what they promise, and binds again without those that do not. */
function boundBy(grid: Grid, head: Head, confirmed: ConfirmedWords, form: Form): Bindings {
  const first = bindColumns(head, confirmed.columns, new Set());
  const refused = refusedColumns(grid, head, { bindings: first.bindings, form, confirmed });
  return withTicks(
    grid,
    head,
    form,
    refused.size === 0 ? first : bindColumns(head, confirmed.columns, refused),
  );
}

/** Who asked and how it ended may be ticks under their words. */
function withTicks(grid: Grid, head: Head, form: Form, bound: Bindings): Bindings {
  let { bindings, missing, problems } = bound;
  for (const field of ['applicant', 'outcome'] as const) {
    if (!missing.includes(field)) continue;
    const taken = new Set(bindings.flatMap(({ columns }) => columns.map(({ column }) => column)));
    const ticked = tickedColumns(grid, head, { field, form, taken });
    if (!ticked) continue;
    bindings = [...bindings, ticked];
    missing = missing.filter((each) => each !== field);
    problems = problems.filter(
      ({ code, message }) => code !== 'COLUMN_MISSING' || !message.includes(`“${ledgerFields[field]}”一列`),
    );
  }
  return { bindings, missing, problems };
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
  const names = grids.flatMap(({ name }) => (name === null ? [] : [`“${masked(name)}”`]));
  if (names.length === 0 || sheets.length === 0) return [];
  return [problem('SHEET_NOT_READ', `${listed(names, 5, '个')}不像台账，没有读。`)];
}

function noLedger(): Problem {
  return problem(
    'NO_LEDGER_FOUND',
    '没有找到依申请公开台账：没有一张表的表头同时有收到日期、申请人类型、答复日期、办理结果这样的列。请核对是否传错了文件。',
  );
}

function droppedColumns(dropped: readonly string[]): Problem {
  return problem(
    'COLUMNS_DROPPED',
    `没有保存的列：${listed(dropped, 20, '列')}。其余的列不含姓名、联系方式和申请内容。`,
  );
}

/** A row or column of 三 as people say it. */
function meaningInWords(form: Form, meaning: string): string {
  const requests = tablesOf(form).find(({ id }) => id === 'requests');
  const line = [...(requests?.rows ?? []), ...(requests?.columns ?? [])].find(({ id }) => id === meaning);
  if (meaning === 'otherOrganization') return '法人或其他组织“其他”';
  return line ? `“${labelStem(line.label.replace(/(?<=.{3})（.*/u, ''))}”` : '“办理中”';
}
