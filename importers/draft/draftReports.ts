import type { CellKey } from '../../src/cells.js';
import { cellsOf } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import type { DraftCell, ReadOptions, ReportDraft } from './draft.js';
import { readExplanations } from './explanations.js';
import { findDate } from './findDate.js';
import { findPublication } from './findPublication.js';
import type { Grid } from '../reading/grid.js';
import { chooseForm, isAnnotation, markerSheet } from '../match/chooseForm.js';
import { fillBlanks } from '../match/fillBlanks.js';
import { linesOf, type Line } from '../match/line.js';
import { readTables } from '../match/readTables.js';
import { headingsOf, proseOf, sectionsByLine } from '../match/sections.js';
import { fileTitle } from './fileTitle.js';
import { reportsOfYear } from './reportsOfYear.js';
import { sheetsOfYear } from './sheetsOfYear.js';
import { findTitle } from './title.js';
import type { Title } from './titleParts.js';

export interface Drafts {
  readonly reports: readonly ReportDraft[];
  /** Problems that belong to no report. */
  readonly problems: readonly Problem[];
}

/** What the sheets of a file say: one report, or with `layout: 'collection'` one report a sheet. */
export function draftReports(given: readonly Grid[], options: ReadOptions, fileName = ''): Drafts {
  const grids = given.filter((grid) => !isAnnotation(grid));
  const marker = grids.filter(({ name }) => name === markerSheet);
  const visible = grids.filter((grid) => !grid.hidden && grid.name !== markerSheet);
  const hidden = grids.filter((grid) => grid.hidden && grid.name !== markerSheet);
  const groups = options.layout === 'collection' ? visible.map((grid) => [grid]) : [visible];
  const reports: ReportDraft[] = [];
  const problems: Problem[] = hidden.slice(0, 1).map((grid) =>
    problem(
      'HIDDEN_CONTENT',
      `文件有 ${hidden.length} 个隐藏的工作表（${hidden
        .slice(0, 3)
        .map(({ name }) => name)
        .join('、')}），没有读取。`,
      grid.name === null ? {} : { at: grid.name },
    ),
  );
  for (const group of groups) {
    const drafted = draftReport([...group, ...marker], options, groups.length === 1 ? fileName : '');
    if ('report' in drafted) reports.push(drafted.report);
    else if (groups.length === 1) problems.push(drafted.problem);
    else problems.push({ ...drafted.problem, at: group[0]?.name ?? undefined });
  }
  return explained(reports, problems, given);
}

/** A marked-up workbook is of one report: what was explained beside it is about that one. */
function explained(
  reports: readonly ReportDraft[],
  problems: readonly Problem[],
  given: readonly Grid[],
): Drafts {
  const [report, ...others] = reports;
  const read = readExplanations(given);
  if (!report || others.length > 0 || read.explanations.length + read.problems.length === 0)
    return { reports, problems };
  const { explanations } = read;
  return {
    reports: [{ ...report, explanations, problems: [...report.problems, ...read.problems] }],
    problems,
  };
}

function draftReport(
  given: readonly Grid[],
  options: ReadOptions,
  fileName: string,
): { report: ReportDraft } | { problem: Problem } {
  const year = options.year ?? null;
  const parted = reportsOfYear(given, year);
  const { grids, problems } = sheetsOfYear(parted.grids, year);
  const otherYears = [...parted.problems, ...problems];
  const lines = grids.filter(({ name }) => name !== markerSheet).flatMap(linesOf);
  const printed = findTitle(lines);
  const choice = chooseForm(grids, printed?.year ?? year, printed !== undefined);
  if ('problem' in choice) return choice;
  const { form } = choice;
  const sections = sectionsByLine(lines, form);
  const read = readTables(lines, form, sections);
  const cells = options.blanksAreZero ? fillBlanks(form, read.cells, read.lost) : read.cells;
  const named = lastWitness(printed, fileName);
  return {
    report: {
      form: form.id,
      year: named.year,
      agency: named.agency,
      cells: inOrder(form, cells),
      unread: [...read.unread],
      sections: proseOf(lines, form, sections, read.tableLines),
      headings: headingsOf(lines, form, read.tableLines),
      datedOn: findDate(lines, sections),
      publishedOn: findPublication(lines, sections),
      problems: [...otherYears, ...named.problems, ...read.problems, ...hiddenRows(lines, read.tableLines)],
    },
  };
}

/** The name of a file says what its title does not, and that is told. */
function lastWitness(printed: Title | undefined, fileName: string): Title & { problems: Problem[] } {
  const { year = null, agency = null } = printed ?? {};
  const named = fileTitle(fileName);
  const taken = [
    ...(year === null && named.year !== null ? [`年度 ${named.year}`] : []),
    ...(agency === null && named.agency !== null ? [`机关“${named.agency}”`] : []),
  ];
  return {
    year: year ?? named.year,
    agency: agency ?? named.agency,
    problems:
      taken.length === 0
        ? []
        : [problem('NAME_FROM_FILE', `标题里没有写明，${taken.join('、')}取自文件名。请核对。`)],
  };
}

function inOrder(form: Form, cells: ReadonlyMap<CellKey, DraftCell>): Record<CellKey, DraftCell> {
  const ordered: Record<CellKey, DraftCell> = {};
  for (const { key } of cellsOf(form)) ordered[key] = cells.get(key) ?? { value: null, raw: null, at: null };
  return ordered;
}

/** Hidden rows and columns are read like any other; the filer is told that they are there. */
function hiddenRows(lines: readonly Line[], tableLines: ReadonlySet<Line>): Problem[] {
  const rows = lines.filter((line) => line.hidden && tableLines.has(line));
  const columns = lines
    .filter((line) => line.grid.hiddenColumns.length > 0 && tableLines.has(line))
    .flatMap((line) => line.cells.filter((cell) => line.grid.hiddenColumns.includes(cell.column)));
  const place = rows[0]?.cells[0] ?? columns[0];
  if (!place) return [];
  const parts = [rows.length > 0 ? `${rows.length} 行` : '', columns.length > 0 ? '若干列' : ''].filter(
    Boolean,
  );
  return [
    problem('HIDDEN_CONTENT', `表格里有隐藏的${parts.join('和')}，其中的数已照常读取。请取消隐藏后核对。`, {
      at: place.at,
    }),
  ];
}
