import { describe, expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import type { Form, Row, Table } from '../../src/forms/form.js';
import { forms } from '../../src/forms/index.js';
import { distinctValues } from '../fixtures/layouts/distinctValues.js';

/** A report as plain text; with `\n` between them each cell is a line, as a word processor copies a table. */
function reportLines(form: Form, between: string): string[] {
  const values = distinctValues(form);
  const valuesOf = (table: Table, row: Row) =>
    table.columns.map((column) => values.get(`${table.id}.${row.id}.${column.id}`) ?? '');
  const tableLines = (table: Table): string[] =>
    table.printed === 'oneLine'
      ? [
          ...table.rows.flatMap(({ label }) => [label, ...table.columns.map((column) => column.label)]),
          ...table.rows.flatMap((row) => valuesOf(table, row)),
        ]
      : [
          ...table.columns.map(({ label }) => label),
          ...table.rows.flatMap((row, index) => [
            ...(row.group && row.group !== table.rows[index - 1]?.group ? [row.group] : []),
            [row.label, ...valuesOf(table, row)].join(between),
          ]),
        ];
  return [
    `示例市档案局${form.firstYear}年政府信息公开工作年度报告`,
    ...form.sections.flatMap(({ numeral, title, tables }) => [
      `${numeral}、${title}`,
      ...(tables.length === 0 ? ['见附件所述情况。'] : []),
      ...tables.flatMap((table) => [
        ...(table.title.startsWith('第') ? [table.title] : []),
        ...tableLines(table),
      ]),
    ]),
  ].flatMap((line) => line.split('\n'));
}

async function read(lines: readonly string[], blanksAreZero = false) {
  const { reports } = await readFile(Buffer.from(lines.join('\n')), '年报.txt', { blanksAreZero });
  const [report] = reports;
  if (!report) throw new Error('no report was read');
  return report;
}

describe.each(forms.map((form) => [form.id, form] as const))(
  'a table copied a cell a line, form %s',
  (_, form) => {
    test('is read whole', async () => {
      const { cells, problems } = await read(reportLines(form, '\n'));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(new Map(Object.entries(cells).map(([key, { value }]) => [key, value]))).toEqual(
        distinctValues(form),
      );
    });

    test('loses the row of which a number is missing, also where blank means zero', async () => {
      const lines = reportLines(form, '\n');
      const missing = distinctValues(form).get('requests.notHeld.business') ?? '';
      lines.splice(lines.indexOf(missing), 1);
      const { cells, problems } = await read(lines, true);
      expect(problems.map(({ code }) => code)).toContain('AMBIGUOUS_ROW');
      const ofRequests = Object.entries(cells).filter(([key]) => key.startsWith('requests.'));
      expect(ofRequests.filter(([, { value }]) => value === null).map(([key]) => key)).toEqual(
        ofRequests.map(([key]) => key).filter((key) => key.startsWith('requests.notHeld.')),
      );
    });
  },
);

test.each(forms)('a number alone on its line, as pages have, is of no row: form $id', async (form) => {
  const lines = reportLines(form, '\t');
  const row = lines.findIndex((line) => line.startsWith('行政许可'));
  lines.splice(row, 1, '行政许可', '3');
  const { cells } = await read(lines);
  expect(cells['licensing.licensing.decisions']?.value).toBeNull();
  expect(cells['enforcement.penalties.decisions']?.value).not.toBeNull();
});
