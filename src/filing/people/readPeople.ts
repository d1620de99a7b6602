import { limits } from '../../../importers/files/limits.js';
import { readGrids } from '../../../importers/reading/readGrids.js';
import { Refusal } from '../refusal.js';
import { peopleLines, type PersonLine } from './peopleTable.js';

/** The people in a CSV or workbook. Refused with what is wrong with the file, or with its lines. */
export async function readPeople(bytes: Uint8Array, fileName: string): Promise<PersonLine[]> {
  const { grids, problems } = await readGrids(bytes, fileName, limits.list);
  const grid = grids.find(({ rows }) => rows.length > 0);
  if (grid) return peopleLines(grid);
  const [problem] = problems;
  throw new Refusal(problem?.code ?? 'INVALID_REQUEST', problem?.message ?? '文件里没有表格。');
}
