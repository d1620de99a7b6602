import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftReports } from '../../importers/draft/draftReports.js';
import { cellsOf, tablesOf, type CellKey } from '../../src/cells.js';
import { formById, forms } from '../../src/forms/index.js';
import { delimited, printedReport, sheet, type Written } from '../support/grids.js';

/** How people bend a sheet: each habit may strike any line. */
interface Bend {
  readonly line: number;
  readonly habit:
    'note' | 'space' | 'shift' | 'blank' | 'mark' | 'label' | 'cut' | 'extra' | 'remark' | 'empty';
  readonly column: number;
}

const bends = fc.array(
  fc.record<Bend>({
    line: fc.nat(60),
    habit: fc.constantFrom(
      'note',
      'space',
      'shift',
      'blank',
      'mark',
      'label',
      'cut',
      'extra',
      'remark',
      'empty',
    ),
    column: fc.nat(9),
  }),
  { maxLength: 4 },
);

function bend(rows: Written[][], { line, habit, column }: Bend): Written[][] {
  const target = rows[line];
  if (!target || target.every((cell) => cell === null)) return rows;
  const isNumber = (cell: Written | undefined) => typeof cell === 'number';
  const first = target.findIndex(isNumber);
  const label = first - 1;
  const replace = (edited: Written[], ...more: Written[][]) => rows.toSpliced(line, 1, edited, ...more);
  const at = first + column;
  switch (habit) {
    case 'note':
      return label < 0 || typeof target[label] !== 'string'
        ? rows
        : replace(target.with(label, `${target[label]}（本地口径）`));
    case 'space':
      return replace(target.map((cell) => (typeof cell === 'string' ? [...cell].join(' ') : cell)));
    case 'shift':
      return label < 0 ? rows : replace([null, ...target]);
    case 'blank':
      return isNumber(target[at]) ? replace(target.with(at, null)) : rows;
    case 'mark':
      return isNumber(target[at]) ? replace(target.with(at, '—')) : rows;
    case 'label':
      return label < 0 ? rows : replace(target.map((cell, index) => (index < first ? null : cell)));
    case 'cut':
      return isNumber(target.at(-1)) ? replace(target.slice(0, -1)) : rows;
    case 'extra':
      return replace(target, ['其他主动公开文件', null, null, 8, 8, 8]);
    case 'remark':
      return label < 0 ? rows : replace([...target, '见附件']);
    case 'empty':
      return replace([], target);
  }
}

test('however a sheet is bent, a cell holds the number written for it or is blank with a cause', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...forms.map(({ id }) => id)),
      bends,
      fc.nat(3),
      fc.boolean(),
      (id, habits, indent, asSheet) => {
        const form = formById(id)!;
        const written = new Map(cellsOf(form).map(({ key }, index) => [key, 1001 + index * 7]));
        const printed = printedReport(
          form,
          (key: CellKey) => written.get(key) ?? null,
          '某市某局2020年政府信息公开工作年度报告',
        );
        const bent = habits
          .reduce(bend, printed)
          .map((row) => [...Array.from({ length: indent }, () => null), ...row]);
        const { reports, problems } = draftReports([asSheet ? sheet(bent) : delimited(bent)], {
          blanksAreZero: false,
        });
        const [report] = reports;
        if (!report) return expect(problems.length).toBeGreaterThan(0);
        const wrong = cellsOf(form).filter(({ key }) => {
          const value = report.cells[key]?.value ?? null;
          return value !== null && value !== String(written.get(key));
        });
        expect(wrong.map(({ key }) => key)).toEqual([]);
        const rowsWithGaps = tablesOf(form).flatMap((table) =>
          table.rows.filter((row) =>
            table.columns.some(
              (column) => report.cells[`${table.id}.${row.id}.${column.id}`]?.value === null,
            ),
          ),
        );
        const hasCause = habits.length > 0 || report.problems.length > 0;
        expect(rowsWithGaps.length === 0 || hasCause).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});
