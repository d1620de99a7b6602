import { Role } from '../../../entities/access/Role.js';
import type { Grid, GridRow } from '../../../importers/reading/grid.js';
import { roles } from '../../rights/roles.js';
import { Refusal, refuseAny } from '../refusal.js';

/** One line of a table of people: one office of one person. */
export interface PersonLine {
  readonly name: string;
  readonly displayName: string;
  readonly telephone: string | null;
  readonly role: Role;
  readonly agency: string | null;
  /** In the file, from 1. */
  readonly line: number;
}

/** The columns of a table of people, by the names they may have in its head; the first is printed. */
export const peopleColumns = {
  name: ['账号', '登录名', 'name'],
  displayName: ['姓名', '名字', 'displayname'],
  agency: ['机关代码', '代码', '机关', 'office', 'agency'],
  role: ['角色', 'role'],
  telephone: ['电话', '联系电话', '手机', 'telephone'],
} as const;

type Column = keyof typeof peopleColumns;

const needed: readonly Column[] = ['name', 'displayName', 'agency'];

/** The lines of a table whose first row names the columns. INVALID_REQUEST, with the lines that cannot be read. */
export function peopleLines({ rows: [head, ...rows] }: Pick<Grid, 'rows'>): PersonLine[] {
  const columns = columnsOf(head);
  const refusals: Refusal[] = [];
  const lines = rows.flatMap((row) => {
    const line = lineOf(row, columns);
    if (!(line instanceof Refusal)) return line ?? [];
    refusals.push(line);
    return [];
  });
  refuseAny(refusals);
  if (lines.length === 0) throw new Refusal('INVALID_REQUEST', '名单里没有人。请在表头之下每行写一人。');
  return lines;
}

function columnsOf(head: GridRow | undefined): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [column, headings] of Object.entries(peopleColumns)) {
    const known: readonly string[] = headings;
    const found = head?.cells.find(({ text }) => known.includes(text.trim().toLowerCase()));
    if (found) columns.set(column as Column, found.column);
  }
  if (needed.every((column) => columns.has(column))) return columns;
  const words = Object.values(peopleColumns).map(([heading]) => `“${heading}”`);
  throw new Refusal(
    'INVALID_REQUEST',
    `第一行应是列名：${words.join('')}；“角色”不写的是填报，“电话”可以没有。`,
  );
}

function lineOf({ row, cells }: GridRow, columns: Map<Column, number>): PersonLine | Refusal | undefined {
  const textOf = (column: Column): string => {
    const cell = cells.find((each) => each.column === columns.get(column));
    // A telephone in a workbook is a number, which may be shown as 1.38E+10.
    return (cell?.number ?? cell?.text ?? '').trim();
  };
  const [name, displayName, agency, roleWord] = [
    textOf('name'),
    textOf('displayName'),
    textOf('agency'),
    textOf('role'),
  ];
  if (name === '' && displayName === '' && agency === '') return undefined;
  const at = `第 ${row + 1} 行`;
  if (name === '' || displayName === '')
    return new Refusal('INVALID_REQUEST', `${at}缺少账号或姓名。请补齐。`, [String(row + 1)]);
  const role = roleWord === '' ? Role.FILER : roleNamed(roleWord);
  if (role === undefined)
    return new Refusal(
      'INVALID_REQUEST',
      `${at}的角色“${roleWord}”认不出来。应为 ${Object.values(roles)
        .map(({ label }) => label)
        .join('、')} 之一。`,
      [String(row + 1)],
    );
  const telephone = textOf('telephone');
  return {
    ...{ name, displayName, role, line: row + 1 },
    agency: agency === '' ? null : agency,
    telephone: telephone === '' ? null : telephone,
  };
}

/** 填报, filer */
export function roleNamed(word: string): Role | undefined {
  return Object.values(Role).find((role) => role === word.toUpperCase() || roles[role].label === word);
}
