import type { Block } from '../blocks.js';
import type { PlacedNotice } from '../notices.js';
import { goesOn, joinTable, type TableOnPages } from './joinTables.js';
import { paragraphsOf, type Edges, type PlacedLine } from './paragraphs.js';
import type { LinePart, Page, PagePart, TablePart } from './parts.js';

export interface PdfBlocks {
  readonly blocks: readonly Block[];
  readonly notices: readonly PlacedNotice[];
}

type Item =
  | { readonly kind: 'lines'; readonly lines: PlacedLine[] }
  | { readonly kind: 'row'; readonly page: number; readonly text: string }
  | { readonly kind: 'table'; readonly parts: { page: number; table: TablePart }[] };

/** The pages of a document as one text: tables go on over page breaks, page numbers and running heads are gone. */
export function documentPages(pages: readonly Page[]): PdfBlocks {
  const notices: PlacedNotice[] = pages.flatMap((page, index) =>
    page.notices.map((notice) => ({ ...notice, place: `第${index + 1}页` })),
  );
  const shown = withoutFrames(pages.map(({ parts }) => parts));
  const items: Item[] = [];
  shown.forEach((parts, index) => addPage(items, parts, index + 1));
  const edges = new Map(shown.map((parts, index) => [index + 1, edgesOf(parts)]));
  const blocks: Block[] = [];
  let tables = 0;
  for (const item of items) {
    if (item.kind === 'row') blocks.push({ kind: 'paragraph', text: item.text, place: `第${item.page}页` });
    else if (item.kind === 'lines')
      for (const { page, number, text } of paragraphsOf(item.lines, edges))
        blocks.push({ kind: 'paragraph', text, place: `第${page}页 第${number}行` });
    else {
      tables += 1;
      const joined = joinTable(item satisfies TableOnPages, tables);
      blocks.push(joined.block);
      notices.push(...joined.notices);
    }
  }
  return { blocks, notices };
}

function addPage(items: Item[], parts: readonly PagePart[], page: number): void {
  let number = 0;
  parts.forEach((part, index) => {
    const last = items.at(-1);
    if (part.kind === 'table') {
      const before = last?.kind === 'table' && index === 0 ? last.parts.at(-1) : undefined;
      if (last?.kind === 'table' && before?.page === page - 1 && goesOn(before.table, part))
        last.parts.push({ page, table: part });
      else items.push({ kind: 'table', parts: [{ page, table: part }] });
      return;
    }
    number += 1;
    if (part.kind === 'row') items.push({ kind: 'row', page, text: part.text });
    else if (last?.kind === 'lines') last.lines.push({ page, line: part, number });
    else items.push({ kind: 'lines', lines: [{ page, line: part, number }] });
  });
}

const pageNumber =
  /^[-—–－_\s·.]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,3}\s*页?)?[-—–－_\s·.]*$/u;

/** Page numbers, and lines that stand at the same height on every page. */
function withoutFrames(pages: readonly (readonly PagePart[])[]): PagePart[][] {
  const ends = pages.map((parts) => [parts[0], parts.at(-1)]);
  const isRunning = (part: PagePart, end: 0 | 1): boolean => {
    if (part.kind !== 'line' || pages.length < 3) return false;
    const others = ends.filter((pair) => {
      const other = pair[end];
      return other?.kind === 'line' && other.text === part.text && Math.abs(other.top - part.top) < 2;
    });
    return others.length === pages.length;
  };
  return pages.map((parts) =>
    parts.filter((part, index) => {
      const end = index === 0 ? 0 : index === parts.length - 1 ? 1 : undefined;
      if (part.kind !== 'line' || end === undefined) return true;
      return !isRunning(part, end) && !pageNumber.test(part.text);
    }),
  );
}

function edgesOf(parts: readonly PagePart[]): Edges {
  const lines = parts.filter((part): part is LinePart => part.kind === 'line');
  return { left: Math.min(...lines.map(({ from }) => from)), right: Math.max(...lines.map(({ to }) => to)) };
}
