import type { Sprm } from './sprms.js';

/** How the cells of a row divide its width, in twentieths of a point, and which of them are merged. */
export interface RowShape {
  readonly edges: readonly number[];
  readonly cells: readonly CellShape[];
}

export interface CellShape {
  /** Belongs to the cell on its left. */
  readonly isMergedAcross: boolean;
  /** Belongs to the cell above. */
  readonly isMergedDown: boolean;
}

const cellSize = 20;
const definitionOfCells = 0xd608;
const mergedDown = 0xd62b;
const mergedAcross = 0x5624;

export const rowProperties = [definitionOfCells, mergedDown, mergedAcross];

const alone: CellShape = { isMergedAcross: false, isMergedDown: false };

/** null when the properties are those of no row. */
export function rowShape(sprms: readonly Sprm[]): RowShape | null {
  const definition = sprms.findLast(({ code }) => code === definitionOfCells)?.operand;
  if (!definition || definition.length < 1) return null;
  const count = definition.u8(0);
  const first = 1 + 2 * (count + 1);
  if (definition.length < first) return null;
  const edges: number[] = [];
  for (let index = 0; index <= count; index++) edges.push(definition.i16(1 + 2 * index));
  const cells: CellShape[] = [];
  for (let index = 0; index < count; index++) {
    const at = first + cellSize * index;
    const flags = at + 2 <= definition.length ? definition.u16(at) : 0;
    const shape = { isMergedAcross: (flags & 2) !== 0, isMergedDown: ((flags >> 5) & 3) === 1 };
    cells.push(shape.isMergedAcross || shape.isMergedDown ? shape : alone);
  }
  for (const { code, operand } of sprms) {
    if (code === mergedDown && operand.length >= 2) {
      const index = operand.u8(0);
      const cell = cells[index];
      if (cell) cells[index] = { ...cell, isMergedDown: operand.u8(1) === 1 };
    }
    if (code === mergedAcross)
      for (let index = operand.u8(0) + 1; index < operand.u8(1); index++) {
        const cell = cells[index];
        if (cell) cells[index] = { ...cell, isMergedAcross: true };
      }
  }
  return { edges, cells };
}
