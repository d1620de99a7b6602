import type { EntityManager } from 'typeorm';
import type { FormCell } from '../../cells.js';
import { comparedCells } from '../../comparison/comparedCells.js';
import { forms } from '../../forms/index.js';
import { divisionDigits } from '../../rollUp/grouping.js';
import { overview, type OverviewTable } from '../../rollUp/overview.js';
import { Refusal } from '../refusal.js';
import type { OverviewRequest } from './overviewRequest.js';
import { groupNames } from './groupNames.js';
import { groupYears } from './groupYears.js';

export interface Overview extends OverviewTable {
  readonly request: OverviewRequest;
  /** As the newest form that has them prints them, in the order asked for. */
  readonly cells: readonly FormCell[];
  /** What a group is called in Chinese. */
  readonly nameOf: (group: string | null) => string;
}

/** More columns nobody reads in one table. */
const mostKeys = 20;
const mostYears = 10;
const deepest = 10;

/**
 * 年度分析: what the agencies below one reported, by level, kind or division, year by year. INVALID_REQUEST for a
 * range of years, a depth, a number of digits or of cells that cannot be; CELL_UNKNOWN.
 */
export async function overviewOf(manager: EntityManager, request: OverviewRequest): Promise<Overview> {
  const cells = cellsAsked(request);
  const rows = await groupYears(manager, request);
  const years = Array.from(
    { length: request.toYear - request.fromYear + 1 },
    (_, index) => request.fromYear + index,
  );
  const names = await groupNames(
    manager,
    request,
    rows.map(({ group }) => group),
  );
  return {
    ...overview(rows, years, cells.length),
    request,
    cells,
    nameOf: (group) => names.get(group) ?? group ?? '未登记',
  };
}

function cellsAsked({ fromYear, toYear, depth, by, digits, keys }: OverviewRequest): FormCell[] {
  if (fromYear < 1900 || toYear > 2199 || toYear < fromYear || toYear - fromYear >= mostYears)
    throw new Refusal('INVALID_REQUEST', `请写明起止年度，先早后晚，不超过 ${mostYears} 年。`, ['toYear']);
  if (depth !== null && (depth < 1 || depth > deepest))
    throw new Refusal('INVALID_REQUEST', `depth 应在 1 至 ${deepest} 之间；填 null 时汇总到各填报单位。`, [
      'depth',
    ]);
  if (by === 'DIVISION' && !divisionDigits.includes(digits))
    throw new Refusal('INVALID_REQUEST', '行政区划代码按前 2、4 或 6 位分组。', ['divisionDigits']);
  if (keys.length === 0 || keys.length > mostKeys)
    throw new Refusal('INVALID_REQUEST', `请写明要分析的格，1 至 ${mostKeys} 个。`, ['keys']);
  const known = new Map(comparedCells(forms).map((cell) => [cell.key, cell]));
  return keys.map((key) => {
    const cell = known.get(key);
    if (cell) return cell;
    throw new Refusal('CELL_UNKNOWN', `没有名为“${key}”的格。全部格名见 forms 的 cells。`, ['keys']);
  });
}
