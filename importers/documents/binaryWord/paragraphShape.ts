import { rowProperties, rowShape, type RowShape } from './rowShape.js';
import { Codes, inData, isOn, type Sprm } from './sprms.js';

/** Where a paragraph stands among tables, and what its mark ends. */
export interface ParagraphShape {
  /** How many tables it stands in, one within the other. */
  readonly depth: number;
  readonly endsInnerCell: boolean;
  readonly endsRow: boolean;
  /** How the row is divided that it ends. */
  readonly row: RowShape | null;
}

const inTable = 0x2416;
const depthOfTable = 0x6649;
const innerCellEnd = 0x244b;
const rowEnds = [0x2417, 0x244c];

/** The properties that are looked at. */
export const paragraphProperties = new Codes([
  ...[inTable, depthOfTable, innerCellEnd],
  ...rowEnds,
  ...rowProperties,
  ...inData,
]);

export function paragraphShape(sprms: readonly Sprm[]): ParagraphShape {
  let isInTable = false;
  let depth: number | null = null;
  let endsInnerCell = false;
  let endsRow = false;
  for (const sprm of sprms) {
    if (sprm.code === inTable) isInTable = isOn(sprm);
    else if (sprm.code === depthOfTable) depth = sprm.operand.u32(0);
    else if (sprm.code === innerCellEnd) endsInnerCell = isOn(sprm);
    else if (rowEnds.includes(sprm.code)) endsRow ||= isOn(sprm);
  }
  const tables = isInTable ? Math.max(1, Math.min(depth ?? 1, 50)) : 0;
  return { depth: tables, endsInnerCell, endsRow, row: endsRow ? rowShape(sprms) : null };
}
