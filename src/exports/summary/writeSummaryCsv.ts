import { csvField } from '../data/exportCsv.js';
import { leadingColumns, summaryHeader, type Heading } from './summaryHeader.js';
import { shownNumbers, totalLabel } from './summaryRow.js';
import type { SummaryTable } from './summaryTable.js';
import { SummaryTotals } from './summaryTotals.js';

/** 汇总表 as CSV, piece by piece: title, head as printed, names of the cells, a line an agency, the sums. */
export async function* writeSummaryCsv({ form, title, rows }: SummaryTable): AsyncGenerator<string> {
  const { levels, keys } = summaryHeader(form);
  const width = leadingColumns.length + keys.length;
  yield `\uFEFF${line(spread([{ column: 0, lastColumn: 0, text: title }], width))}`;
  for (const level of levels) yield line(spread(level, width));
  yield line([...leadingColumns, ...keys]);
  const totals = new SummaryTotals(form);
  for await (const { code, name, year, values } of rows) {
    totals.add(values);
    yield line([code, name, String(year)], shownNumbers(form, values));
  }
  yield line([totalLabel, '', ''], shownNumbers(form, totals.values));
}

function spread(level: readonly Heading[], width: number): string[] {
  const texts = Array.from({ length: width }, () => '');
  for (const { column, text } of level) texts[column] = text;
  return texts;
}

function line(texts: readonly string[], numbers: readonly string[] = []): string {
  const fields = [
    ...texts.map((text) => csvField(text, false)),
    ...numbers.map((number) => csvField(number, true)),
  ];
  return `${fields.join(',')}\r\n`;
}
