import type { GridRow } from '../reading/grid.js';

const total = /^(?:.{0,6}(?:合计|总计|小计|累计|共计)|共.{0,6}件)/;

/** A line that sums up others. */
export function isTotal({ cells }: GridRow): boolean {
  return cells.slice(0, 3).some(({ text }) => total.test(text.replace(/\s/g, '')));
}
