import type { WordBlock, WordRow, WordTable } from './wordBlocks.js';

/** Narrower tables are no statutory ones, and stand below each other for other reasons. */
const leastColumns = 6;
/** What may stand between the parts of a table: nothing, or the number of a page. */
const between = /^[\s\u3000]*(?:[-—–]?\s*\d{1,3}\s*[-—–]?)?[\s\u3000]*$/;

/**
 * A table that was parted, by hand or by a program that makes a Word document of a PDF: its second part begins with
 * numbers and has no head of its own. The parts are one table again, with nothing but a page number between them.
 */
export function joinParts(blocks: readonly WordBlock[]): WordBlock[] {
  const joined: WordBlock[] = [];
  let skipped: WordBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'paragraph') {
      if (last?.kind === 'table' && between.test(block.text)) skipped.push(block);
      else {
        joined.push(...skipped, block);
        skipped = [];
      }
      continue;
    }
    if (last?.kind === 'table' && isSecondPart(last, block)) {
      joined[joined.length - 1] = {
        kind: 'table',
        rows: [...last.rows, ...block.rows],
        parts: [...(last.parts ?? [last.rows.length]), block.rows.length],
      };
      continue;
    }
    joined.push(...skipped, block);
    skipped = [];
  }
  return [...joined, ...skipped];
}

function isSecondPart(first: WordTable, second: WordTable): boolean {
  const width = widthOf(first);
  const [begins] = second.rows;
  return (
    width >= leastColumns &&
    width === widthOf(second) &&
    begins !== undefined &&
    numbersIn(begins) >= leastColumns
  );
}

function widthOf({ rows }: WordTable): number {
  let width = 0;
  for (const { cells } of rows)
    for (const { lastColumn } of cells) if (lastColumn >= width) width = lastColumn + 1;
  return width;
}

function numbersIn({ cells }: WordRow): number {
  return cells.filter(({ blocks }) =>
    blocks.some((block) => block.kind === 'paragraph' && /^\s*[+-]?[\d０-９,，.]+\s*$/.test(block.text)),
  ).length;
}
