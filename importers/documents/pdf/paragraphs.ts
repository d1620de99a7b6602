import { isTitle } from '../../draft/title.js';
import type { LinePart } from './parts.js';

/** A line of running text with the page it stands on. */
export interface PlacedLine {
  readonly page: number;
  readonly line: LinePart;
  /** Its number among the lines of its page. */
  readonly number: number;
}

export interface JoinedLines {
  readonly page: number;
  readonly number: number;
  readonly text: string;
}

/** Parts of the size of the text: an indent, what a line may lack to its right edge, a gap between paragraphs. */
const indent = 0.9;
const ragged = 2.2;
const gap = 1.45;

/** Lines of text as the paragraphs they were broken from. `lines` stand between two tables. */
export function paragraphsOf(lines: readonly PlacedLine[], edges: ReadonlyMap<number, Edges>): JoinedLines[] {
  const joined: { page: number; number: number; text: string }[] = [];
  const spacing = usualSpacing(lines);
  lines.forEach((current, index) => {
    const before = lines[index - 1];
    const last = joined.at(-1);
    if (before && last && followsOn(before, current, edges, spacing))
      last.text = glued(last.text, current.line.text);
    else joined.push({ page: current.page, number: current.number, text: current.line.text });
  });
  return withWholeTitle(joined);
}

/** How far the running text of a page reaches. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** 六、, （二）, 第三条: what only a paragraph or a heading begins with, behind the end of a sentence. */
const numbered =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[条章节])/;
const sentenceEnd = /[。；：！？;:!?][”’」』]?$/;

function followsOn(
  before: PlacedLine,
  current: PlacedLine,
  edges: ReadonlyMap<number, Edges>,
  spacing: number,
): boolean {
  const [own, other] = [edges.get(current.page), edges.get(before.page)];
  if (!own || !other) return false;
  const { line } = current;
  if (numbered.test(line.text) && sentenceEnd.test(before.line.text)) return false;
  if (Math.abs(line.size - before.line.size) > 0.15 * line.size) return false;
  if (line.from - own.left > indent * line.size) return false;
  if (other.right - before.line.to > ragged * line.size) return false;
  if (before.line.from - other.left > 6 * line.size) return false;
  if (current.page !== before.page) return true;
  return line.at - before.line.at <= gap * spacing;
}

function usualSpacing(lines: readonly PlacedLine[]): number {
  const steps = lines
    .flatMap(({ page, line }, index) => {
      const before = lines[index - 1];
      return before?.page === page ? [line.at - before.line.at] : [];
    })
    .filter((step) => step > 0)
    .sort((one, other) => one - other);
  return steps[Math.floor(steps.length / 2)] ?? Infinity;
}

/** Words of Latin letters are parted by the end of a line, Chinese ones are not. */
function glued(before: string, after: string): string {
  return /[A-Za-z,;]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after;
}

const firstLines = 8;
const mostTitleLines = 3;

/** A title is often broken into two or three lines in the middle of a word. */
function withWholeTitle(lines: readonly JoinedLines[]): JoinedLines[] {
  for (let start = 0; start < Math.min(firstLines, lines.length); start++) {
    if (isTitle(lines[start]?.text ?? '')) break;
    for (let count = 2; count <= mostTitleLines; count++) {
      const some = lines.slice(start, start + count);
      const [first] = some;
      const text = some.map((line) => line.text).join('');
      const startsTitle = /政府信息公开|年度?$|\d{4}/.test(first?.text ?? '');
      if (
        first &&
        some.length === count &&
        startsTitle &&
        isTitle(text) &&
        !some.some((line) => isTitle(line.text))
      )
        return [...lines.slice(0, start), { ...first, text }, ...lines.slice(start + count)];
    }
  }
  return [...lines];
}
