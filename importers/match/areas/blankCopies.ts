import type { Form } from '../../../src/forms/form.js';
import { isBlankMark, looksLikeValue } from '../../draft/readNumber.js';
import { isTitleLine } from '../../draft/title.js';
import { titleParts } from '../../draft/titleParts.js';
import { textOf, type Line } from '../line.js';
import type { TableArea } from './tableAreas.js';

/**
 * Lines of a copy of the whole form that nobody filled in, below the report or, with the same title, above it on the
 * same sheet. Last year's report under a blank form is no such copy.
 */
export function blankCopies(
  form: Form,
  areas: ReadonlyMap<unknown, readonly TableArea[]>,
  lines: readonly Line[],
): ReadonlySet<Line> {
  const dropped = new Set<Line>();
  const tables = form.sections
    .flatMap((section) => section.tables)
    .filter(({ printed }) => printed === 'rows');
  for (const grid of new Set(lines.map((line) => line.grid))) {
    const own = tables.map((table) =>
      (areas.get(table) ?? []).filter((area) => area.grid === grid && area.head && !area.isBeside),
    );
    const count = own[0]?.length ?? 0;
    if (count < 2 || own.some((each) => each.length !== count)) continue;
    const copies = copiesOf(own, lines, grid);
    const filled = copies.filter((copy) => copy.some(hasFigures));
    const [report] = filled;
    if (!report || filled.length !== 1) continue;
    const others = copies.filter((copy) => copy !== report);
    const isFirst = copies[0] === report;
    const title = titleOf(report);
    const isSame = (copy: readonly Line[]) => {
      const other = titleOf(copy);
      return other === title || (isFirst && other === null);
    };
    if (!others.every(isSame) || (!isFirst && title === null)) continue;
    for (const copy of others) for (const line of copy) dropped.add(line);
  }
  return dropped;
}

/** The lines of each copy, with the titles right above its tables. */
function copiesOf(
  own: readonly (readonly TableArea[])[],
  lines: readonly Line[],
  grid: TableArea['grid'],
): (readonly Line[])[] {
  const heads = own[0]?.map((_, copy) =>
    Math.min(...own.map((each) => each[copy]?.head?.lines[0] ?? Infinity)),
  );
  const ends = own[0]?.map((_, copy) => Math.max(...own.map((each) => each[copy]?.lastIndex ?? -1)));
  const starts = (heads ?? []).map((head, copy) => {
    const before = copy === 0 ? -1 : (ends?.[copy - 1] ?? -1);
    const title = lines.findLastIndex((line, at) => at < head && at > before && isTitleLine(line));
    return title < 0 ? head : title;
  });
  if (starts.some((start, copy) => copy > 0 && start <= (starts[copy - 1] ?? 0))) return [];
  const first = lines.findIndex((line) => line.grid === grid);
  const last = lines.findLastIndex((line) => line.grid === grid) + 1;
  return starts.map((start, copy) =>
    lines.slice(copy === 0 ? Math.min(first, start) : start, starts[copy + 1] ?? last),
  );
}

function titleOf(copy: readonly Line[]): string | null {
  const line = copy.find(isTitleLine);
  if (!line) return null;
  const { agency, year } = titleParts(textOf(line));
  return `${agency ?? ''} ${year ?? ''}`;
}

/** 3.其他, 2024年本机关…: a label or a sentence that begins with a number. */
const numberedLabel = /^\s*\d+\s*[.．、]\s*\p{Script=Han}|\p{Script=Han}{4}/u;

/** Numbers in cells of their own; sentences begin with numbers too. */
function hasFigures({ cells, spaced }: Line): boolean {
  return (
    spaced ||
    cells.some(
      (cell) =>
        cell.number !== null ||
        (looksLikeValue(cell) && !isBlankMark(cell.text) && !numberedLabel.test(cell.text)),
    )
  );
}
