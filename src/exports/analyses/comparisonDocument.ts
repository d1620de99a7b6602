import type { CellKey } from '../../cells.js';
import type { Day } from '../../season/chinaDay.js';
import { rowName } from '../../checks/place.js';
import type { ComparedRow } from '../../comparison/compareYears.js';
import type { ComparedReports } from '../../filing/reports/compareReports.js';
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
import { outcomeGroups } from '../../forms/outcomeGroups.js';
import type { Form, Section } from '../../forms/form.js';

/** What is said in words, before the tables. */
const headlines: readonly (readonly [key: CellKey, words: string])[] = [
  ['requests.received.total', '新收政府信息公开申请'],
  ['requests.carriedOver.total', '上年结转的申请'],
  ['requests.outcomesTotal.total', '办结申请'],
  ['requests.carriedForward.total', '结转下年度继续办理的申请'],
  ['remedies.reconsideration.total', '行政复议'],
  ['remedies.directLitigation.total', '未经复议直接起诉的行政诉讼'],
  ['remedies.litigationAfterReconsideration.total', '复议后起诉的行政诉讼'],
];

/** Two years of one agency side by side: in words, plots and tables. */
export function comparisonDocument(
  { agency, years, missing, rows }: ComparedReports,
  form: Form,
  day: Day,
): AnalysisDocument {
  const [before = 0, now = 0] = years;
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const sections = [...new Set(rows.map(({ cell }) => cell.section))].filter(
    (section, index, all) => all.findIndex(({ id }) => id === section.id) === index,
  );
  return {
    title: `${agency.name}${before}、${now}年政府信息公开工作年度报告比较`,
    standing: standingOf(day),
    blocks: [
      heading('一、主要数据'),
      ...missing.map((year) => paragraph(`${year}年度没有报告，这一年的各数为“—”。`)),
      ...headlines.flatMap(([key, words]) => {
        const row = byKey.get(key);
        const value = row?.values[1];
        if (!row || value?.value == null) return [];
        const { unit } = row.cell.column;
        return [paragraph(`${now}年${words}${value.value}${unit}${changeWords(before, unit, value)}。`)];
      }),
      ...plotsOf(form, years, byKey),
      ...sections.flatMap((section, index) => tablesOf(section, rows, { before, now, number: index + 2 })),
      ...notesOf(rows),
    ],
    signature: { agency: agency.name, day: null },
  };
}

function plotsOf(
  form: Form,
  years: readonly number[],
  byKey: ReadonlyMap<CellKey, ComparedRow>,
): AnalysisBlock[] {
  const sum = (keys: readonly CellKey[], year: number) => {
    const values = keys.map((key) => byKey.get(key)?.values[year]?.value ?? null);
    const known = values.flatMap((value) => value ?? []);
    return known.length === 0 ? null : known.reduce((total, value) => total + Number(value), 0);
  };
  const groups = outcomeGroups(form).map(({ name, rows }) => ({
    name,
    keys: rows.map((row): CellKey => `requests.${row}.total`),
  }));
  const applicants = (
    form.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'requests')?.columns ?? []
  )
    .filter(({ id }) => id !== 'total')
    .map(({ id, label }) => ({ name: label, keys: [`requests.received.${id}`] satisfies CellKey[] }));
  return [
    { title: '办理结果（件）', bars: groups },
    { title: '新收申请的申请人（件）', bars: applicants },
  ].flatMap(({ title, bars }) => {
    const series = years.map((year, index) => ({
      name: `${year}年`,
      values: bars.map(({ keys }) => sum(keys, index)),
    }));
    if (series.every(({ values }) => values.every((value) => value === null))) return [];
    return [
      plotBlock(
        title,
        bars.map(({ name }) => name),
        series,
      ),
    ];
  });
}

interface Numbering {
  readonly before: number;
  readonly now: number;
  readonly number: number;
}

const numerals = '一二三四五六七八九十';

/** Of 三 first the column of totals; the kinds of applicants with the lines that say something. */
function tablesOf(
  { id, title }: Section,
  rows: readonly ComparedRow[],
  { before, now, number }: Numbering,
): AnalysisBlock[] {
  const own = rows.filter(({ cell }) => cell.section.id === id);
  const isWide = (row: ComparedRow) => row.cell.table.columns.length > mostColumns;
  const isDetail = (row: ComparedRow) => isWide(row) && row.cell.column.id !== 'total';
  const details = own.filter((row) => isDetail(row) && row.values.some(({ value }) => Number(value) !== 0));
  const caption = `${numerals[number - 1] ?? number}、${title}`;
  const tableOf = (caption: string, shown: readonly ComparedRow[]): AnalysisBlock => ({
    kind: 'table',
    table: lineTable(
      caption,
      [
        { text: '事项', width: 6 },
        { text: '单位', width: 1 },
        { text: `${before}年`, width: 2 },
        { text: `${now}年`, width: 2 },
        { text: '增减', width: 2 },
        { text: '增减（%）', width: 2 },
      ],
      shown.map(lineOf),
    ),
  });
  return [
    heading(caption),
    tableOf(
      caption,
      own.filter((row) => !isDetail(row)),
    ),
    ...(details.length === 0
      ? []
      : [paragraph('各类申请人（两年都为零的格不列）：'), tableOf(`${caption}（各类申请人）`, details)]),
  ];
}

const mostColumns = 5;

function lineOf({ cell, values }: ComparedRow): (string | null)[] {
  const [before, now] = values;
  const isTotal = cell.table.columns.length > mostColumns && cell.column.id === 'total';
  const column = cell.table.columns.length === 1 || isTotal ? '' : `·${cell.column.label}`;
  return [
    `${rowName(cell).slice(1, -1)}${column}`,
    cell.column.unit,
    before?.value ?? null,
    now?.value ?? null,
    now?.difference ?? null,
    now?.percentage ?? null,
  ];
}

/** Why some numbers stand beside nothing. */
function notesOf(rows: readonly ComparedRow[]): AnalysisBlock[] {
  const reasons = new Set(rows.flatMap(({ reason }) => reason ?? []));
  return [...reasons].map((reason) => paragraph(`注：${reason}。`));
}
