import type { Notice } from '../notices.js';
import { isOn, isShaded, type Styles } from './look.js';
import { isPlaceholder, plainText } from './runs.js';
import type { WordBlock, WordCell, WordRow, WordTable } from './wordBlocks.js';
import { attribute, childOf, type XmlElement } from './xml.js';

/** No program draws more columns. */
const mostColumns = 1_000;

/** Reads a table: rows of cells in the columns of its grid, merged as Word shows them. */
export function readTable(
  table: XmlElement,
  readBlocks: (cell: XmlElement, isOnShade: boolean) => WordBlock[],
  styles: Styles,
  isOnShade: boolean,
): WordTable {
  const properties = childOf(table, 'w:tblPr');
  const isTableShaded =
    isOnShade ||
    isShaded(childOf(properties, 'w:shd')) ||
    styles.shadesTable(childOf(properties, 'w:tblStyle'));
  const rows: WordRow[] = [];
  /** The columns at which a cell begins that reaches down into the next row. */
  let reaching = new Set<number>();
  for (const row of childrenOf(table, 'w:tr')) {
    const rowProperties = childOf(row, 'w:trPr');
    if (childOf(rowProperties, 'w:del')) {
      rows.push(deletedRow(row));
      continue;
    }
    const cells: WordCell[] = [];
    const changes: Notice[] = [];
    if (childOf(rowProperties, 'w:ins')) changes.push({ kind: 'inserted', text: plainText(row) });
    const reachingNow = new Set<number>();
    let column = countOf(childOf(rowProperties, 'w:gridBefore'), 0);
    for (const cell of childrenOf(row, 'w:tc')) {
      const cellProperties = childOf(cell, 'w:tcPr');
      if (childOf(cellProperties, 'w:cellDel')) {
        changes.push({ kind: 'deleted', text: plainText(cell) });
        continue;
      }
      if (childOf(cellProperties, 'w:cellIns')) changes.push({ kind: 'inserted', text: plainText(cell) });
      const span = countOf(childOf(cellProperties, 'w:gridSpan'), 1);
      const isContinuedAcross = mergeOf(cellProperties, 'w:hMerge') === 'continue' && cells.length > 0;
      const down = mergeOf(cellProperties, 'w:vMerge');
      const isContinuedDown = down === 'continue' && reaching.has(column);
      // html-to-docx goes on with a merge below its end, by a cell of no columns that pushes the row aside.
      if (down === 'continue' && !isContinuedDown && hasNoWidth(cellProperties) && plainText(cell) === '')
        continue;
      if (down !== null) reachingNow.add(column);
      const isCellShaded = isTableShaded || isShaded(childOf(cellProperties, 'w:shd'));
      const lastColumn = Math.min(column + span - 1, mostColumns);
      if (isContinuedAcross) reachOver(cells, lastColumn);
      cells.push({
        column,
        lastColumn,
        isCovered: isContinuedDown || isContinuedAcross,
        blocks: readBlocks(cell, isCellShaded),
      });
      column = lastColumn + 1;
    }
    reaching = reachingNow;
    rows.push({ hidden: isOn(childOf(rowProperties, 'w:hidden')), cells, changes });
  }
  return { kind: 'table', rows };
}

/** A merged cell of the old kind: the cell it began with reaches on. */
function reachOver(cells: WordCell[], lastColumn: number): void {
  const first = cells.findLastIndex(({ isCovered }) => !isCovered);
  const cell = cells[first];
  if (cell) cells[first] = { ...cell, lastColumn };
}

/** Rows and cells may stand within content controls and marks of changes. */
function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child): XmlElement[] => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    if (child.name === 'w:sdt') {
      const within = childrenOf(childOf(child, 'w:sdtContent') ?? child, name);
      return isPlaceholder(child) ? within.map(emptied) : within;
    }
    return /^w:(ins|moveTo|customXml|smartTag)$/.test(child.name) ? childrenOf(child, name) : [];
  });
}

/** A cell that shows only what a content control asks for. */
function emptied(element: XmlElement): XmlElement {
  const kept = element.children.flatMap((child): XmlElement[] => {
    if (typeof child === 'string') return [];
    if (/Pr$/.test(child.name)) return [child];
    return child.name === 'w:tc' ? [emptied(child)] : [];
  });
  return { ...element, children: kept };
}

function countOf(property: XmlElement | undefined, otherwise: number): number {
  const count = Number(property && attribute(property, 'val'));
  return Number.isInteger(count) && count > 0 ? Math.min(count, mostColumns) : otherwise;
}

function hasNoWidth(properties: XmlElement | undefined): boolean {
  const span = childOf(properties, 'w:gridSpan');
  return span !== undefined && attribute(span, 'val') === '0';
}

function mergeOf(properties: XmlElement | undefined, name: string): 'restart' | 'continue' | null {
  const merge = childOf(properties, name);
  if (!merge) return null;
  return attribute(merge, 'val') === 'restart' ? 'restart' : 'continue';
}

function deletedRow(row: XmlElement): WordRow {
  const notices: Notice[] = [{ kind: 'deleted', text: plainText(row) }];
  return {
    hidden: false,
    changes: [],
    cells: [
      { column: 0, lastColumn: 0, isCovered: false, blocks: [{ kind: 'paragraph', text: '', notices }] },
    ],
  };
}
