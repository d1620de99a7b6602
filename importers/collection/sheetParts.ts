import { problem, type Problem } from '../../src/problems/problem.js';
import type { ReadOptions, ReportDraft } from '../draft/draft.js';
import { draftReports } from '../draft/draftReports.js';
import type { Grid } from '../reading/grid.js';
import { linesOf } from '../match/line.js';
import { isAnnotation, markerSheet } from '../match/chooseForm.js';
import type { FileGrids } from '../reading/fileGrids.js';
import { findTitle } from '../draft/title.js';
import { reportsAtOnce, type CollectionPart, type ReportName } from './collectionPart.js';
import { findHeader, type TableHeader } from './tableHeader.js';
import { nameReader, tableReader } from './tableReader.js';

/** Titles stand in the first rows. */
const titleRows = 40;

/** Reads the sheets of a workbook: each is a report, or a flat table with many. */
export function* sheetParts(
  file: FileGrids,
  options: ReadOptions,
  bytesRead: number,
): Generator<CollectionPart> {
  const { format, encoding } = file;
  const grids = file.grids.filter((grid) => !isAnnotation(grid));
  const marker = grids.filter(({ name }) => name === markerSheet);
  const hidden = grids.filter(({ hidden, name }) => hidden && name !== markerSheet);
  const sheets = grids
    .filter((grid) => !grid.hidden && grid.name !== markerSheet)
    .map((grid) => ({ grid, table: findHeader(grid.rows) }));
  yield { kind: 'names', names: sheets.flatMap(({ grid, table }) => namesOf(grid, table)) };
  let reports: ReportDraft[] = [];
  let problems: Problem[] = [...file.problems, ...draftReports(hidden, options).problems];
  let done = 0;
  for (const { grid, table } of sheets) {
    for (const read of table ? tableReports(grid, table, options) : [sheetReport(grid, marker, options)]) {
      reports.push(...read.reports);
      problems.push(...read.problems);
      if (reports.length + problems.length < reportsAtOnce) continue;
      // The sheets were opened together: how far their reading has come is taken from their number.
      const share = Math.floor((bytesRead * done) / sheets.length);
      yield { kind: 'reports', format, encoding, reports, problems, bytesRead: share };
      reports = [];
      problems = [];
    }
    done += 1;
  }
  yield { kind: 'reports', format, encoding, reports, problems, bytesRead };
}

interface Read {
  readonly reports: readonly ReportDraft[];
  readonly problems: readonly Problem[];
}

type Table = { readonly header: TableHeader; readonly index: number };

function sheetReport(grid: Grid, marker: readonly Grid[], options: ReadOptions): Read {
  const { reports, problems } = draftReports([grid, ...marker], { ...options, layout: 'report' });
  const at = grid.name ?? undefined;
  return {
    reports: reports.map((report) => ({ ...report, at })),
    problems: problems.map((found) => ({ ...found, at: found.at ?? at })),
  };
}

function* tableReports(grid: Grid, { header, index }: Table, options: ReadOptions): Generator<Read> {
  const reader = tableReader(header, placeOf(grid), options);
  yield { reports: [], problems: [...header.problems, ...hiddenRows(grid)] };
  for (const row of grid.rows.slice(index + 1)) yield reader.take(row);
  yield reader.finish();
}

function namesOf(grid: Grid, table: Table | null): ReportName[] {
  if (table) {
    const read = nameReader(table.header, placeOf(grid));
    return grid.rows.slice(table.index + 1).flatMap((row) => read(row) ?? []);
  }
  const title = findTitle(linesOf({ ...grid, rows: grid.rows.slice(0, titleRows) }));
  if (!title || title.agency === null) return [];
  return [{ agency: title.agency, agencyCode: null, year: title.year, at: grid.name ?? '' }];
}

function placeOf({ name }: Grid): { prefix: string } {
  return { prefix: name === null ? '' : `${name}!` };
}

function hiddenRows(grid: Grid): Problem[] {
  const first = grid.rows.find((row) => row.hidden)?.cells[0];
  return first || grid.hiddenColumns.length > 0
    ? [
        problem('HIDDEN_CONTENT', '表格里有隐藏的行或列，其中的数已照常读取。请取消隐藏后核对。', {
          at: first?.at ?? grid.name,
        }),
      ]
    : [];
}
