import type { Grid, GridCell } from '../../importers/reading/grid.js';
import type { Written } from './grids.js';

/** What a cell is given besides its number: a number format, or a look. */
interface Dress {
  /** How the cell of a workbook holds it. */
  readonly cell: (number: number) => Partial<GridCell>;
  /** As a text, where there are no formats. */
  readonly text: (number: number) => string;
}

const sign = '\ue000';
const byFormat = (format: string, more = 1, text = (number: number) => String(number)): Dress => ({
  cell: (number) => ({ number: String(number * more), text: String(number * more), format }),
  text,
});
const asText = (text: (number: number) => string): Dress => ({
  cell: (number) => ({ number: null, text: text(number) }),
  text,
});

const yuan = 10_000;

/** Formats and notes that say the same number. */
export const countDress: readonly Dress[] = [
  byFormat('#,##0"件"'),
  byFormat('General"件"'),
  byFormat('0!.0000"万件"'),
  byFormat('0!.0,"万件"'),
  byFormat('#,##0.0,"千件"'),
  byFormat('[>=10000]0!.0,"万";0'),
  byFormat('_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '),
  byFormat('[DBNum1]General'),
  byFormat('[DBNum2][$-804]General'),
  byFormat('0_);(0)'),
  byFormat('#,##0.00'),
  byFormat('[Red][>2000]#,##0;[Blue]0'),
  byFormat('"共"0"件"'),
  byFormat('000000'),
  asText((number) => `${number}①`),
  asText((number) => `${number}（其中网上 3 件）`),
  asText((number) => `${number}\u200b`),
  asText((number) => `'${number}`),
  asText((number) => `="${number}"`),
  asText((number) => `共${number}件`),
];
export const moneyDress: readonly Dress[] = [
  byFormat('0!.0,"万元"', yuan),
  byFormat('0"."0,"万元"', yuan),
  byFormat('#,##0"元"', yuan),
  byFormat('0.00,,"百万元"', yuan),
  byFormat('0.0000"万元"'),
  byFormat('0\\.0000"万元"', yuan),
  byFormat('General"元"', yuan),
  byFormat('0"（元）"', yuan),
  asText((number) => `${number * yuan}元`),
  asText((number) => `${number}万元（含滞纳金）`),
];

const leftOut = (why: 'struck' | 'hidden'): Dress => ({
  cell: () => ({ number: null, text: '', leftOut: [why] }),
  text: (number) => `${number}%`,
});

/** What nobody can read as that number. */
export const unreadableDress: readonly Dress[] = [
  byFormat(';;;', 1, (number) => `${number}\n7`),
  byFormat('0%', 1, (number) => `${number}%`),
  byFormat('[White]0', 1, (number) => `${number}美元`),
  byFormat('"第"0"号"', 1, (number) => `第${number}号`),
  {
    cell: (number) => ({ number: null, text: '1902/11/8', serial: String(number) }),
    text: () => '1902/11/8',
  },
  {
    cell: () => ({ number: null, text: '=A1', fault: 'FORMULA_NOT_CALCULATED' }),
    text: () => '=A1+B1',
  },
  { cell: () => ({ number: null, text: '#REF!', fault: 'CELL_ERROR' }), text: () => '#REF!' },
  leftOut('struck'),
  leftOut('hidden'),
  asText((number) => `${number}\n7`),
  asText((number) => `${number}\t7`),
  asText((number) => `${number}余`),
];

const all = { count: countDress, money: moneyDress, unreadable: unreadableDress } as const;

/** Stands for a number in its dress until its grid is made. */
export function inDress(kind: keyof typeof all, index: number, number: number): Written {
  return `${sign}${kind} ${index % all[kind].length} ${number}`;
}

export function isInDress(text: string): boolean {
  return text.startsWith(sign);
}

/** How a cell in its dress is held by a workbook, and its text elsewhere; null for one that wears nothing. */
export function dressOf(written: string): { cell: Partial<GridCell>; text: string } | null {
  if (!isInDress(written)) return null;
  const [kind = '', index, number] = written.slice(sign.length).split(' ');
  const dress = all[kind as keyof typeof all][Number(index)]!;
  return { cell: dress.cell(Number(number)), text: dress.text(Number(number)) };
}

/** A grid whose cells wear what was drawn for them. */
export function dressed(grid: Grid): Grid {
  const rows = grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell): GridCell => {
      const dress = dressOf(cell.text);
      if (!dress) return cell;
      return grid.kind === 'sheet' ? { ...cell, ...dress.cell } : { ...cell, text: dress.text };
    }),
  }));
  return { ...grid, rows };
}
