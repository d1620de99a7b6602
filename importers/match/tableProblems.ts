import { shortened } from '../../src/text/shortened.js';
import { cellsOf, type FormCell } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { addressIn, type Grid } from '../reading/grid.js';
import type { TableArea } from './areas/tableAreas.js';
import { cellName, rowName, tableName } from '../../src/checks/place.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import { fillUnread } from '../draft/readNumber.js';
import type { BoundRow } from './BoundRow.js';
import type { Line } from './line.js';

/** Of a label or a row in a message. */
const longestShown = 40;

/** A cell that stands for its row or its table in a message. */
type Place = Pick<FormCell, 'key' | 'section' | 'table' | 'row'>;

export function tableMissing(place: Place): Problem {
  return problem('TABLE_MISSING', `没有找到${tableName(place)}。请补上这张表后重新上传。`, {
    cell: place.key,
  });
}

export function columnsReordered(place: Place, at: string | undefined): Problem {
  const message = `${tableName(place)}各列的顺序与统一格式不同。请按统一格式的顺序排列后重新上传。`;
  return problem('COLUMN_UNKNOWN', message, { at });
}

export function rowMissing(place: Place): Problem {
  const message = `${tableName(place)}缺少${rowName(place)}行。请按统一格式补上。`;
  return problem('ROW_MISSING', message, { cell: place.key });
}

export function rowUnknown(place: Place, label: string, line: Line): Problem {
  const row = label === '' ? '一行没有行名的数' : `的“${shortened(label, longestShown)}”`;
  const message = `${tableName(place)}里${row}不是统一格式的行，没有读取。请确认它不应计入其他行。`;
  return problem('ROW_UNKNOWN', message, { at: line.cells[0]?.at });
}

/** One problem for all rows of a table that stand more than once: two reports in one file are one cause. */
export function rowsTwice(place: Place, copies: readonly BoundRow[], rows: number): Problem {
  const places = copies.map(({ label, line }) => label?.at ?? line.cells[0]?.at).join('、');
  const which = rows > 1 ? `等 ${rows} 行` : '行';
  return problem(
    'ROW_TWICE',
    `${tableName(place)}${rowName(place)}${which}出现了 ${copies.length} 次（${places}），不能确定用哪一行。请只保留一份；一个文件里有几份报告的，请按“汇集”方式上传。`,
    { cell: place.key, at: copies[0]?.label?.at },
  );
}

/** A table of one line that stands more than once. */
export function lineTwice(place: Place, lines: readonly Line[]): Problem {
  const places = lines.map(({ grid, row }) => addressIn(grid, row, 0)).join('、');
  return problem(
    'ROW_TWICE',
    `${tableName(place)}出现了 ${lines.length} 次（${places}），不能确定用哪一处。请只保留一份；一个文件里有几份报告的，请按“汇集”方式上传。`,
    { cell: place.key },
  );
}

/** Places with numbers beside the labels of tables that are read from elsewhere: one problem for each sheet. */
export function tablesElsewhere(form: Form, areas: readonly TableArea[]): Problem[] {
  const bySheet = new Map<Grid, TableArea[]>();
  for (const area of areas) bySheet.set(area.grid, [...(bySheet.get(area.grid) ?? []), area]);
  return [...bySheet.values()].flatMap((same) => {
    const [first] = same;
    const place = first && cellsOf(form).find(({ table }) => table === first.table);
    const at = first && [...first.rows.values()][0]?.[0]?.label?.at;
    if (!first || !place) return [];
    const tables = new Set(same.map(({ table }) => table)).size;
    const which = tables > 1 ? `等 ${tables} 张表` : '';
    return [
      problem(
        'TABLE_ELSEWHERE',
        `${tableName(place)}${which}在别处（${at ?? '另一处'}）还有同样的行名和数，没有读取。报告的数只取自统一格式的表。`,
        { at },
      ),
    ];
  });
}

/** A label that was not as printed; undefined when it was. */
export function labelProblem(place: Place, { label, likeness, line }: BoundRow): Problem | undefined {
  if (!label)
    return problem(
      'LABEL_LOST',
      `${tableName(place)}有一行没有行名，已按前后行的位置识别为${rowName(place)}。请核对。`,
      { cell: place.key, at: line.cells[0]?.at },
    );
  if (likeness === 'printed') return undefined;
  return problem(
    'LABEL_REPAIRED',
    `行名“${shortened(label.text, longestShown)}”已按${rowName(place)}识别。`,
    {
      at: label.at,
    },
  );
}

export function rowAmbiguous(place: Place, expected: number, texts: readonly string[], line: Line): Problem {
  return problem(
    'AMBIGUOUS_ROW',
    `${tableName(place)}${rowName(place)}行应有 ${expected} 个数，文件里是“${shortened(texts.join(' '), longestShown)}”，不能确定各数属于哪一列，没有读取。请用表格文件填报，使每个数各占一格。`,
    { cell: place.key, at: line.cells[0]?.at },
  );
}

export function blankBesideCount(place: FormCell, at: string): Problem {
  return problem(
    'BLANK_BESIDE_COUNT',
    `${cellName(place)}（${at}）：这张表有一列行次，按表头对列，这一格是空白。请核对。`,
    { cell: place.key, at },
  );
}

export function valuesLost(lost: readonly [FormCell, ...FormCell[]], at: string | undefined): Problem {
  const names = lost.length === 1 ? cellName(lost[0]) : `${cellName(lost[0])}等 ${lost.length} 格`;
  return problem('VALUE_LOST', `${names}的数丢失，按空白处理。请补填。`, { cell: lost[0].key, at });
}

/** One problem for all such cells of a table. */
export function valuesUnread(
  [first, ...others]: readonly [FormCell, ...FormCell[]],
  at: string | null | undefined,
): Problem {
  const names = others.length === 0 ? cellName(first) : `${cellName(first)}等 ${others.length + 1} 格`;
  return problem(
    'VALUE_UNREAD',
    `${names}${at == null ? '' : `（${at}）`}：原文件里的数没有读出来，还没有填写。${fillUnread}`,
    { cell: first.key, at },
  );
}
