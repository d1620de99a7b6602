import { isCellKey, type CellKey } from '../../src/cells.js';
import type { Finding } from '../../src/checks/check.js';

/** The finding that a line of a marked-up workbook is about, as its column 核对编号 says it. */
export interface MarkedFinding {
  readonly rule: string;
  readonly cells: readonly CellKey[];
  /** The sentence of a rule about the prose; null when it is about numbers alone. */
  readonly sentence: string | null;
}

/** No cell of a workbook holds more. */
const longestMark = 32_000;
const separator = '｜';

/**
 * `R-CARRY｜requests.carriedOver.total｜`: rule, cells, and the sentence, in which anything may stand. Plain
 * text, so that every spreadsheet program keeps it as it is. Empty when it would not fit into a cell.
 */
export function findingMark({ rule, cells, text = '' }: Pick<Finding, 'rule' | 'cells' | 'text'>): string {
  const mark = [rule, cells.join(' '), text].join(separator);
  return mark.length > longestMark ? '' : mark;
}

/** undefined when the text is no mark: somebody has typed over it. */
export function readFindingMark(text: string): MarkedFinding | undefined {
  const [rule = '', cells, ...sentence] = text.trim().split(separator);
  if (!/^[A-Z]-[A-Z-]+$/.test(rule) || cells === undefined || sentence.length === 0) return undefined;
  const keys = cells.split(' ').filter(Boolean);
  if (!keys.every(isCellKey)) return undefined;
  return { rule, cells: keys, sentence: sentence.join(separator) || null };
}
