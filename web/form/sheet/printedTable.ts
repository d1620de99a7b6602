import type { Row, Table } from '../../../src/forms/form.js';

/** A heading beside or above cells, with how far it spans. */
export interface Heading {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** A printed line of a table whose rows are lines: its headings, then a value a column. */
export interface PrintedLine {
  readonly row: Row;
  readonly headings: readonly Heading[];
}

/** 三、本年度办理结果 stands over （一） to （七）; （三）不予公开 over its own rows. */
function isOverGroups(group: string): boolean {
  return /^[一二三四五六]、/.test(group);
}

/** How many columns the headings of a table take: 三 has groups within groups. */
export function headingColumns(table: Table): number {
  const groups = table.rows.flatMap(({ group }) => group ?? []);
  if (groups.length === 0) return 1;
  return groups.some(isOverGroups) ? 3 : 2;
}

export function printedLines(table: Table): PrintedLine[] {
  const columns = headingColumns(table);
  const grouped = table.rows.filter(({ group }) => group !== undefined);
  const over = grouped.find(({ group }) => group !== undefined && isOverGroups(group))?.group;
  return table.rows.map((row, index): PrintedLine => {
    const { group, label } = row;
    if (group === undefined) return { row, headings: [{ text: label, rows: 1, columns }] };
    const headings: Heading[] = [];
    if (over !== undefined && row === grouped[0])
      headings.push({ text: over, rows: grouped.length, columns: 1 });
    if (isOverGroups(group)) headings.push({ text: label, rows: 1, columns: columns - 1 });
    else {
      const own = table.rows.filter((each) => each.group === group);
      if (table.rows[index - 1]?.group !== group)
        headings.push({ text: group, rows: own.length, columns: 1 });
      headings.push({ text: label, rows: 1, columns: 1 });
    }
    return { row, headings };
  });
}

/** The groups of a table printed on one line, each with its rows: 行政复议 alone, 行政诉讼 with two. */
export function lineGroups(
  table: Table,
): { readonly label: string; readonly rows: readonly Row[]; readonly own: boolean }[] {
  const groups: { label: string; rows: Row[]; own: boolean }[] = [];
  for (const row of table.rows) {
    const last = groups[groups.length - 1];
    if (row.group !== undefined && last?.label === row.group) last.rows.push(row);
    else groups.push({ label: row.group ?? row.label, rows: [row], own: row.group === undefined });
  }
  return groups;
}
