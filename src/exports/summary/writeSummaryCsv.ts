import type { Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { csvField } from '../exportCsv.js';
import { leadingColumns, summaryHeader, type Heading } from './summaryHeader.js';
import { shownNumbers, totalLabel, type SummaryRow } from './summaryRow.js';

/** 汇总表 as CSV, piece by piece: the head as printed, a line an agency, the sums at the bottom. */
export async function* writeSummaryCsv(
  form: Form,
  rows: AsyncIterable<SummaryRow>,
  totals: Values,
): AsyncGenerator<string> {
  const { levels, keys } = summaryHeader(form);
  yield '\uFEFF';
  for (const level of levels) yield line(spread(level, leadingColumns.length + keys.length));
  yield line([...leadingColumns, ...keys]);
  for await (const { code, name, year, values } of rows)
    yield line([code, name, String(year)], shownNumbers(form, values));
  yield line([totalLabel, '', ''], shownNumbers(form, totals));
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
