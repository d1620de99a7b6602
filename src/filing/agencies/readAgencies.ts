import { limits, type Limits } from '../../../importers/files/limits.js';
import type { Grid, GridRow } from '../../../importers/reading/grid.js';
import { readGrids } from '../../../importers/reading/readGrids.js';
import { Refusal, refuseAny } from '../refusal.js';
import { agencyTable, type AgencyColumn, type AgencyLine } from './agencyTable.js';
import type { AgencyToImport } from './importAgencies.js';

type Columns = readonly (AgencyColumn & { readonly at: number })[];

/**
 * The agencies in a CSV or workbook whose first line names the columns, 代码 and 名称 among them. Refused with
 * what is wrong with the file, or with all lines that cannot be read.
 */
export async function readAgencies(
  bytes: Uint8Array,
  fileName: string,
  within: Limits = limits.report,
): Promise<AgencyToImport[]> {
  const { grids, problems } = await readGrids(bytes, fileName, within);
  const grid = grids.find(({ rows }) => rows.length > 0);
  const [problem] = problems;
  if (!grid)
    throw new Refusal(problem?.code ?? 'INVALID_REQUEST', problem?.message ?? `${fileName} 里没有表格。`);
  const columns = columnsOf(grid);
  const refusals: Refusal[] = [];
  const lines = grid.rows.slice(1).flatMap((row) => {
    const line = lineOf(row, columns);
    if (!(line instanceof Refusal)) return line ?? [];
    refusals.push(line);
    return [];
  });
  refuseAny(refusals);
  if (lines.length === 0)
    throw new Refusal('INVALID_REQUEST', '名单里没有机关。请在表头之下每行写一个机关。');
  return lines;
}

function lineOf({ row, cells }: GridRow, columns: Columns): AgencyToImport | Refusal | undefined {
  const at = row + 1;
  const refused = (words: string) => new Refusal('INVALID_REQUEST', `第 ${at} 行${words}`, [String(at)]);
  let line: Partial<AgencyLine> = {};
  for (const { at: column, headings, parse } of columns) {
    const text = cells.find((cell) => cell.column === column)?.text.trim() ?? '';
    const parsed = parse(text);
    if (!parsed) return refused(`的“${headings[0]}”是“${text}”，认不出来。请改正。`);
    line = { ...line, ...parsed };
  }
  const { code, name, aliases = [], ...others } = line;
  if (!code && !name) return undefined;
  if (!code || !name) return refused('缺少代码或名称。请补齐。');
  return { code, name, aliases, ...others };
}

function columnsOf({ rows }: Grid): Columns {
  const first = rows[0]?.cells ?? [];
  const columns = agencyTable.flatMap((column) => {
    const found = first.find(({ text }) => column.headings.includes(text.trim().toLowerCase()));
    return found ? [{ ...column, at: found.column }] : [];
  });
  const has = (property: keyof AgencyLine) => columns.some((column) => column.property === property);
  const uscc = columns.find(({ property }) => property === 'uscc');
  const code = agencyTable.find(({ property }) => property === 'code');
  // Where the 统一社会信用代码 is the only code, it is the code.
  if (!has('code') && uscc && code) columns.push({ ...code, at: uscc.at });
  if (columns.some(({ property }) => property === 'code') && has('name')) return columns;
  const others = agencyTable.slice(2).map(({ headings }) => `“${headings[0]}”`);
  throw new Refusal(
    'INVALID_REQUEST',
    `第一行应有“代码”和“名称”两列，还可以有${others.join('')}（几个别名用；隔开）。`,
  );
}
