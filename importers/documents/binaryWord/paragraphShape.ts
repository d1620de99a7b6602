import { isOn, type Sprm } from './sprms.js';

/** Where a paragraph stands among tables, and what its mark ends. */
export interface ParagraphShape {
  /** How many tables it stands in, one within the other. */
  readonly depth: number;
  readonly endsInnerCell: boolean;
  readonly endsRow: boolean;
}

export function paragraphShape(sprms: readonly Sprm[]): ParagraphShape {
  let isInTable = false;
  let depth: number | null = null;
  let endsInnerCell = false;
  let endsRow = false;
  for (const sprm of sprms) {
    if (sprm.code === 0x2416) isInTable = isOn(sprm);
    else if (sprm.code === 0x6649) depth = sprm.operand.u32(0);
    else if (sprm.code === 0x244b) endsInnerCell = isOn(sprm);
    else if (sprm.code === 0x2417 || sprm.code === 0x244c) endsRow ||= isOn(sprm);
  }
  const tables = isInTable ? Math.max(1, Math.min(depth ?? 1, 50)) : 0;
  return { depth: tables, endsInnerCell, endsRow };
}
