import { parse } from 'parse5';
import { tooManyCells, tooManySheets, tooMuchText } from '../files/overLimit.js';
import type { Limits } from '../files/limits.js';
import { withoutTable } from '../files/sniff.js';
import type { Grid } from '../reading/grid.js';
import { plainTextGrid } from '../reading/plainText.js';
import { layoutTables } from './layoutTables.js';
import { attributeOf, isElement, outermost, textOfNode, walk, type PageElement } from './pageNodes.js';
import { pageLines } from './pageLines.js';
import { stylesOf } from './pageStyles.js';
import { blocks, fieldText, isClosed, isUnseen, leftOutBy } from './shownText.js';
import { pageTable } from './pageTable.js';

/** Parts of a page that lead to other pages. */
const besideThePoint = new Set(['nav', 'aside', 'footer']);

/** Pages arrange themselves by tables: so many may be written for each that holds something. */
const tablesForEach = 20;

type Piece = { readonly text: readonly string[] } | { readonly table: PageElement };

/**
 * A saved web page in the order in which it is read: its text, a line for each paragraph, and its tables.
 * What a page says of itself, its title, comes first: links to other years' reports may stand over the text.
 */
export function webPageGrids(html: string, limits: Limits): Grid[] {
  if ((html.match(/<table[\s>]/gi)?.length ?? 0) > tablesForEach * limits.sheets) throw tooManySheets(limits);
  const page = parse(html, { scriptingEnabled: false });
  const styleOf = stylesOf(page);
  const layout = layoutTables(page);
  const pieces: Piece[] = [{ text: titlesOf(page) }];
  const lines = pageLines();
  walk(page, {
    enter: (node) => {
      const text = textOfNode(node);
      if (text !== null && !isClosed(node)) lines.add(text);
      if (!isElement(node)) return 'childNodes' in node;
      if (isUnseen(node) || besideThePoint.has(node.tagName) || leftOutBy(node, styleOf)) return false;
      if (node.tagName === 'table' && !layout.has(node)) {
        pieces.push({ text: lines.take() }, { table: node });
        return false;
      }
      lines.enter(blocks.has(node.tagName), isLink(node));
      const field = fieldText(node);
      if (field !== undefined) lines.add(field);
      return field === undefined;
    },
    leave: (element) => lines.leave(blocks.has(element.tagName), isLink(element)),
  });
  pieces.push({ text: lines.take() });
  const tables = pieces.filter((piece) => 'table' in piece).length;
  if (tables === 0) throw withoutTable();
  if (tables > limits.sheets) throw tooManySheets(limits);
  return gridsOf(pieces, tables, limits, styleOf);
}

function gridsOf(
  pieces: readonly Piece[],
  tables: number,
  limits: Limits,
  styleOf: ReturnType<typeof stylesOf>,
): Grid[] {
  const grids: Grid[] = [];
  let [row, table, cells, characters] = [0, 0, 0, 0];
  for (const piece of pieces) {
    if ('table' in piece) table += 1;
    const grid =
      'table' in piece
        ? pageTable(piece.table, tables === 1 ? null : `表${table}`, styleOf)
        : plainTextGrid(piece.text.join('\n'), limits, row);
    if ('text' in piece) row += piece.text.length;
    for (const line of grid.rows)
      for (const { text } of line.cells) {
        cells += 1;
        characters += text.length;
      }
    if (cells > limits.filledCells) throw tooManyCells(limits);
    if (characters > limits.textCharacters) throw tooMuchText(limits);
    if (grid.rows.length > 0) grids.push(grid);
  }
  return grids;
}

/** Some pages name their article in a `meta`; `title` goes on with the name of the website. */
function titlesOf(page: Parameters<typeof walk>[0]): string[] {
  const named = outermost(page, new Set(['meta']))
    .filter((meta) => /^(?:article|og:)title$/i.test(attributeOf(meta, 'name') ?? ''))
    .map((meta) => attributeOf(meta, 'content') ?? '');
  const [title] = outermost(page, new Set(['title']));
  const words = (title?.childNodes ?? []).map((node) => textOfNode(node) ?? '').join('');
  return [...named, ...words.split(/[_|]|\s[-–—]\s/)]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text.includes('信息公开') && text.length <= 100)
    .slice(0, 4);
}

function isLink(element: PageElement): boolean {
  return element.tagName === 'a' && attributeOf(element, 'href') !== undefined;
}
