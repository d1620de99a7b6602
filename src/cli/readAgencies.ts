import { readFile } from 'node:fs/promises';
import type { Grid } from '../../importers/grid.js';
import { readGrids } from '../../importers/readGrids.js';
import type { AgencyToRegister } from '../filing/registerAgency.js';
import { Failure } from './Failure.js';

const headings = {
  code: ['代码', '机关代码', '统一社会信用代码', 'code'],
  name: ['名称', '机关名称', '机关', 'name'],
  aliases: ['别名', '简称', '其他名称', 'aliases'],
};

/** The agencies in a CSV or workbook whose first line names the columns 代码, 名称 and 别名. */
export async function readAgencies(path: string): Promise<AgencyToRegister[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Failure(`读不出 ${path}：${error instanceof Error ? error.message : String(error)}`);
  });
  const { grids, problems } = await readGrids(bytes, path);
  const [grid] = grids;
  if (!grid) throw new Failure(`读不出 ${path}：${problems.map(({ message }) => message).join(' ')}`);
  const columns = columnsOf(grid, path);
  return grid.rows.slice(1).flatMap((row) => {
    const text = (column: number | undefined) =>
      row.cells.find((cell) => cell.column === column)?.text.trim() ?? '';
    const code = text(columns.code);
    const name = text(columns.name);
    if (code === '' && name === '') return [];
    if (code === '' || name === '') throw new Failure(`${path} 第 ${row.row + 1} 行缺少代码或名称。请补齐。`);
    const aliases = text(columns.aliases)
      .split(/[;；、|]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '');
    return [{ code, name, aliases }];
  });
}

function columnsOf({ rows }: Grid, path: string) {
  const first = rows[0]?.cells ?? [];
  const find = (names: readonly string[]) =>
    first.find(({ text }) => names.includes(text.trim().toLowerCase()))?.column;
  const code = find(headings.code);
  const name = find(headings.name);
  if (code === undefined || name === undefined)
    throw new Failure(`${path} 的第一行应有“代码”和“名称”两列，可以有“别名”一列（几个别名用；隔开）。`);
  return { code, name, aliases: find(headings.aliases) };
}
