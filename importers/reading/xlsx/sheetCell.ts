import type { GridCell } from '../grid.js';
import { hidesText, numberContent } from '../numberContent.js';
import { rendered } from '../spreadsheetFormats.js';
import { cellLeftOut, plainCell, type CellLook } from '../textLook.js';
import { runsIn } from '../textRuns.js';
import { NotUnderstood } from './NotUnderstood.js';
import { partsOf, type CellParts } from './cellParts.js';
import type { StoredText } from './richText.js';
import type { XmlScanner } from './XmlScanner.js';
import { cellText } from './xmlText.js';

/** What the cells of a workbook refer to. */
export interface WorkbookContext {
  readonly strings: readonly StoredText[];
  readonly formats: readonly string[];
  readonly looks: readonly CellLook[];
  /** Why what cells of a look say is not there, if it is not. */
  readonly leftOut: readonly ReturnType<typeof cellLeftOut>[];
  readonly from1904: boolean;
  /** Number formats that conditions may give, by the numbers by which rules refer to them. */
  readonly conditionalFormats: readonly (string | null)[];
}

export type Content = Omit<GridCell, 'column' | 'at' | 'lastColumn'>;

const struckContent: Content = { text: '', number: null, leftOut: ['struck'] };
const hiddenContent: Content = { text: '', number: null, leftOut: ['hidden'] };
const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * What the cell says at whose tag the scanner is; null for an empty one, styled or not. Leaves the cell. What lies
 * behind it is not known where a condition may colour it.
 */
export function sheetCell(
  scanner: XmlScanner,
  context: WorkbookContext,
  isColoured: () => boolean,
): Content | null {
  if (scanner.isEmpty) return null;
  const style = scanner.attribute('s') ?? '0';
  const type = scanner.attribute('t') ?? 'n';
  const parts = partsOf(scanner);
  const lookHere = (): CellLook => lookIn(context.looks[Number(style)] ?? plainCell, isColoured);
  const why = (context.leftOut[Number(style)] ?? null) && cellLeftOut(lookHere());
  const stored = storedText(type, parts, context);
  if (!stored) {
    const content = otherContent(type, parts, style, context);
    return content && why ? (why === 'struck' ? struckContent : hiddenContent) : content;
  }
  if (stored.text.trim() === '') return null;
  if (stored.runs) {
    const { text, leftOut } = runsIn(stored.runs, lookHere());
    return said(text, leftOut, style, context);
  }
  return why ? { text: '', number: null, leftOut: [why] } : said(stored.text, null, style, context);
}

function lookIn(look: CellLook, isColoured: () => boolean): CellLook {
  return look.ground !== null && isColoured() ? { ...look, ground: null } : look;
}

function said(
  text: string,
  leftOut: Content['leftOut'] | null,
  style: string,
  { formats }: WorkbookContext,
): Content {
  if (text !== '' && hidesText(formats[Number(style)] ?? '')) return hiddenContent;
  return leftOut ? { text, number: null, leftOut } : { text, number: null };
}

/** The words of a cell; null where it holds none, or something else. */
function storedText(type: string, { value, inline }: CellParts, context: WorkbookContext): StoredText | null {
  if (inline) {
    if (type !== 'inlineStr') throw new NotUnderstood('a text in a cell that is none');
    return inline;
  }
  if (value === null) return null;
  if (type === 's') return sharedString(value, context);
  return type === 'str' ? { text: cellText(value), runs: null } : null;
}

function otherContent(
  type: string,
  { value, formula, isShared }: CellParts,
  style: string,
  context: WorkbookContext,
): Content | null {
  if (value !== null && (value !== '' || type !== 'n')) return valueContent(type, value, style, context);
  if (formula === null) return null;
  // How a shared formula reads in a cell that only refers to it takes a program that knows formulas.
  if (isShared && formula === '') throw new NotUnderstood('a shared formula without a result');
  return { text: `=${cellText(formula)}`, number: null, fault: 'FORMULA_NOT_CALCULATED' };
}

function sharedString(number: string, { strings }: WorkbookContext): StoredText {
  const string = /^\d{1,9}$/.test(number) ? strings[Number(number)] : undefined;
  if (!string) throw new NotUnderstood(`string ${number}`);
  return string;
}

function valueContent(
  type: string,
  value: string,
  style: string,
  { formats, from1904 }: WorkbookContext,
): Content | null {
  switch (type) {
    case 'n': {
      const format = style === '0' && formats.length === 0 ? 'General' : formats[Number(style)];
      if (format === undefined) throw new NotUnderstood(`format ${style}`);
      // 3,089 where a plain number belongs: what somebody wrote, to be read as any text.
      if (!plainNumber.test(value.trim())) return { text: cellText(value), number: null };
      return numberContent(Number(value), format, () => rendered(Number(value), format, from1904));
    }
    // A day, as the standard writes it, is no number.
    case 'd':
      return { text: cellText(value), number: null };
    case 'b':
      if (!/^[01]$/.test(value)) throw new NotUnderstood(`truth ${value}`);
      return { text: value === '1' ? 'TRUE' : 'FALSE', number: null };
    case 'e':
      return { text: cellText(value), number: null, fault: 'CELL_ERROR' };
    default:
      throw new NotUnderstood(`type ${type}`);
  }
}
