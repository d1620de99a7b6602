import { readFile } from 'node:fs/promises';
import type { Grid, GridRow } from '../../importers/reading/grid.js';
import { readGrids } from '../../importers/reading/readGrids.js';
import { agencyTable, type AgencyColumn, type AgencyLine } from '../filing/agencies/agencyTable.js';
import type { AgencyToImport } from '../filing/agencies/importAgencies.js';
import { Failure } from './Failure.js';

type Columns = readonly (AgencyColumn & { readonly at: number })[];

/** The agencies in a CSV or workbook whose first line names the columns, 代码 and 名称 among them. */
export async function readAgencies(path: string): Promise<AgencyToImport[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Failure(`读不出 ${path}：${error instanceof Error ? error.message : String(error)}`);
  });
  const { grids, problems } = await readGrids(bytes, path);
  const [grid] = grids;
  if (!grid) throw new Failure(`读不出 ${path}：${problems.map(({ message }) => message).join(' ')}`);
  const columns = columnsOf(grid, path);
  return grid.rows.slice(1).flatMap((row) => lineOf(row, columns, path) ?? []);
}

function lineOf(row: GridRow, columns: Columns, path: string): AgencyToImport | undefined {
  const where = `${path} 第 ${row.row + 1} 行`;
  let line: Partial<AgencyLine> = {};
  for (const { at, headings, parse } of columns) {
    const text = row.cells.find(({ column }) => column === at)?.text.trim() ?? '';
    const parsed = parse(text);
    if (!parsed) throw new Failure(`${where}的“${headings[0]}”是“${text}”，认不出来。请改正。`);
    line = { ...line, ...parsed };
  }
  const { code, name, aliases = [], ...others } = line;
  if (!code && !name) return undefined;
  if (!code || !name) throw new Failure(`${where}缺少代码或名称。请补齐。`);
  return { code, name, aliases, ...others };
}

function columnsOf({ rows }: Grid, path: string): Columns {
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
  if (!columns.some(({ property }) => property === 'code') || !has('name'))
    throw new Failure(
      `${path} 的第一行应有“代码”和“名称”两列，还可以有${agencyTable
        .slice(2)
        .map(({ headings }) => `“${headings[0]}”`)
        .join('')}（几个别名用；隔开）。`,
    );
  return columns;
}
