import type { Day } from '../../season/chinaDay.js';
import { cellName } from '../../checks/place.js';
import { findCell, type CellKey } from '../../cells.js';
import type { CellDeviation } from '../../filing/rollUp/differenceTable.js';
import type { YearSum } from '../../filing/rollUp/rollUpOf.js';
import { outcomeGroups } from '../../forms/outcomeGroups.js';
import { plotBlock } from '../documents/plot.js';
import { printTable } from '../documents/printedDocument.js';
import {
  heading,
  paragraph,
  standingOf,
  type AnalysisBlock,
  type AnalysisDocument,
} from './AnalysisDocument.js';
import { lineTable } from './lineTable.js';

/** What a document of a roll-up tells beside the sums. */
export interface RollUpDetails {
  /** Who should have filed and has not, as far as they are listed. */
  readonly missing: readonly { readonly code: string; readonly name: string }[];
  /** Where the consolidated report says otherwise; null when there is none. */
  readonly differences: readonly CellDeviation[] | null;
  /** Cells left blank in the reports added up. */
  readonly blanks: number;
  /** Those that received the most requests, the largest first. */
  readonly largest: readonly { readonly name: string; readonly value: number }[];
}

/** What the agencies of a sum are put in order by. */
export const receivedKey: CellKey = 'requests.received.total';

/** More names than these nobody reads under a plot. */
export const mostNames = 10;

/** The sums below an agency in the tables of the form, who is missing, and where its own report differs. */
export function rollUpDocument(sum: YearSum, details: RollUpDetails, day: Day): AnalysisDocument {
  const { form, values, rollUp, otherForms } = sum;
  const { agency, year } = rollUp.request;
  const sections = form.sections.filter(({ tables }) => tables.length > 0);
  return {
    title: `${agency.name}${year}年政府信息公开工作年度报告汇总`,
    standing: standingOf(day),
    blocks: [
      paragraph(countWords(sum, details)),
      ...(otherForms > 0
        ? [paragraph(`另有 ${otherForms} 份报告用的不是${year}年度的统一格式，没有相加。`)]
        : []),
      ...plotsOf(sum, details),
      ...sections.flatMap((section): AnalysisBlock[] => [
        heading(`${section.numeral}、${section.title}`),
        { kind: 'table', table: printTable({ form, values }, section) },
      ]),
      ...missingBlocks(sum, details),
      ...differenceBlocks(sum, details),
    ],
    signature: { agency: agency.name, day: null },
  };
}

function countWords({ rollUp: { expected, filed } }: YearSum, { blanks }: RollUpDetails): string {
  const missing = expected > filed ? `，没有报告 ${expected - filed} 个` : '';
  const blank = blanks > 0 ? `各报告共有 ${blanks} 格空白，不计入和。` : '';
  return `应报 ${expected} 个机关，有报告 ${filed} 个${missing}；以下各数是这些报告（草稿也算）逐格之和。${blank}`;
}

function plotsOf({ form, values, rollUp }: YearSum, { largest }: RollUpDetails): AnalysisBlock[] {
  const groups = outcomeGroups(form).map(({ name, rows }) => ({
    name,
    value: rows.reduce<number | null>((sum, row) => {
      const cell = findCell(form, `requests.${row}.total`);
      const value = cell && values[cell.position];
      return value == null ? sum : (sum ?? 0) + Number(value);
    }, null),
  }));
  const many = rollUp.filed > mostNames ? `（最多的 ${mostNames} 个机关）` : '';
  return [
    { title: '办理结果（件）', name: '总计', bars: groups },
    { title: `新收申请（件）${many}`, name: '新收', bars: largest },
  ].flatMap(({ title, name, bars }) =>
    bars.every(({ value }) => value === null)
      ? []
      : [
          plotBlock(
            title,
            bars.map((bar) => bar.name),
            [{ name, values: bars.map(({ value }) => value) }],
          ),
        ],
  );
}

function missingBlocks(
  { rollUp: { expected, filed } }: YearSum,
  { missing }: RollUpDetails,
): AnalysisBlock[] {
  if (missing.length === 0) return [];
  const more = expected - filed - missing.length;
  return [
    heading('没有报告的机关'),
    paragraph(
      `${missing.map(({ name, code }) => `${name}（${code}）`).join('、')}${more > 0 ? `等 ${expected - filed} 个` : ''}。`,
    ),
  ];
}

function differenceBlocks({ form }: YearSum, { differences }: RollUpDetails): AnalysisBlock[] {
  if (differences === null) return [];
  if (differences.length === 0) return [heading('差额表'), paragraph('汇总报告与各机关之和逐格相同。')];
  return [
    heading('差额表'),
    {
      kind: 'table',
      table: lineTable(
        '差额表',
        [
          { text: '格', width: 8 },
          { text: '汇总报告', width: 2 },
          { text: '各机关之和', width: 2 },
          { text: '差额', width: 2 },
        ],
        differences.map(({ key, declared, sum, difference }) => {
          const cell = findCell(form, key);
          return [cell ? cellName(cell) : key, declared, sum, difference];
        }),
      ),
    },
  ];
}
