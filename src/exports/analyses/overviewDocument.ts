import type { Day } from '../../season/chinaDay.js';
import { formatValue, type FormCell } from '../../cells.js';
import { rowName } from '../../checks/place.js';
import type { Overview } from '../../filing/rollUp/overviewOf.js';
import type { Grouping } from '../../rollUp/grouping.js';
import type { OverviewYear } from '../../rollUp/overview.js';
import { plotBlock } from '../documents/plot.js';
import {
  heading,
  paragraph,
  standingOf,
  type AnalysisBlock,
  type AnalysisDocument,
} from './AnalysisDocument.js';
import { changeWords } from './changeWords.js';
import { lineTable } from './lineTable.js';

const groupingWords: Readonly<Record<Grouping, string>> = {
  LEVEL: '级别',
  KIND: '类型',
  DIVISION: '行政区划',
};

/** 年度分析: what the agencies below one reported, by group and year, cell by cell. */
export function overviewDocument(found: Overview, day: Day): AnalysisDocument {
  const { request, cells, total } = found;
  const { agency, fromYear, toYear } = request;
  const years = fromYear === toYear ? `${toYear}年` : `${fromYear}—${toYear}年`;
  const filed = total.map(({ year, filed }) => `${year}年 ${filed} 份`).join('，');
  return {
    title: `${agency.name}${years}政府信息公开工作年度分析`,
    standing: standingOf(day),
    blocks: [
      paragraph(
        `以下各数是${agency.name}之下各填报单位的报告（草稿也算）之和，按${groupingWords[request.by]}分组：${filed}。`,
      ),
      ...cells.flatMap((cell, index) => partOf(found, cell, index)),
    ],
    signature: { agency: agency.name, day: null },
  };
}

/** One cell: a sentence, a plot of the groups year by year, and a table. */
function partOf(
  { request, groups, total, nameOf }: Overview,
  cell: FormCell,
  index: number,
): AnalysisBlock[] {
  const { unit } = cell.column;
  const show = (value: bigint | null) => (value === null ? null : formatValue(cell.column, value));
  const at = (year: OverviewYear | undefined) => year?.values[index];
  const last = at(total.at(-1));
  const title = `${rowName(cell).slice(1, -1)}·${cell.column.label}（${unit}）`;
  const names = groups.map(({ group }) => nameOf(group));
  const years = total.map(({ year }) => year);
  const lineOf = (name: string, of: readonly OverviewYear[]) => {
    const now = at(of.at(-1));
    return [
      name,
      ...of.map((year) => show(at(year)?.value ?? null)),
      now?.share ?? null,
      now?.rank == null ? null : String(now.rank),
      show(now?.difference ?? null),
      now?.percentage ?? null,
    ];
  };
  const sentence =
    last?.value == null
      ? `${request.toYear}年没有这一格的数。`
      : `${request.toYear}年合计${show(last.value)}${unit}${changeWords(request.toYear - 1, unit, {
          difference: show(last.difference),
          percentage: last.percentage,
        })}。`;
  return [
    heading(`${index + 1}. ${title}`),
    paragraph(sentence),
    ...(last?.value == null || groups.length === 0
      ? []
      : [
          plotBlock(
            title,
            names,
            years.map((year, place) => ({
              name: `${year}年`,
              values: groups.map((group) => {
                const value = show(at(group.years[place])?.value ?? null);
                return value === null ? null : Number(value);
              }),
            })),
          ),
        ]),
    {
      kind: 'table',
      table: lineTable(
        title,
        [
          { text: groupingWords[request.by], width: 4 },
          ...years.map((year) => ({ text: `${year}年`, width: 2 })),
          { text: `${request.toYear}年占比（%）`, width: 2 },
          { text: '位次', width: 1 },
          { text: `比${request.toYear - 1}年增减`, width: 2 },
          { text: '增减（%）', width: 2 },
        ],
        [...groups.map(({ group, years: of }) => lineOf(nameOf(group), of)), lineOf('合计', total)],
      ),
    },
  ];
}
