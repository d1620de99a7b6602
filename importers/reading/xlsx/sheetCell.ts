import type { GridCell } from '../grid.js';
import { numberContent, rendered } from '../numberContent.js';
import { allStruck, type RichText } from '../textRuns.js';
import { NotUnderstood } from './NotUnderstood.js';
import { richText } from './richText.js';
import type { XmlScanner } from './XmlScanner.js';
import { cellText } from './xmlText.js';

/** What the cells of a workbook refer to. */
export interface WorkbookContext {
  readonly strings: readonly RichText[];
  readonly formats: readonly string[];
  readonly struck: ReadonlySet<string>;
  /** Formats that write in white on white. */
  readonly white: ReadonlySet<string>;
  readonly from1904: boolean;
}

export type Content = Omit<GridCell, 'column' | 'at' | 'lastColumn'>;

const struckContent: Content = { text: '', number: null, leftOut: ['struck'] };
const hiddenContent: Content = { text: '', number: null, leftOut: ['hidden'] };
/** ;;; and 0;-0;0; show no text. */
const hidesText = /^[^;]*;[^;]*;[^;]*;\s*$/;
const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** What the cell says at whose tag the scanner is; null for an empty one, styled or not. Leaves the cell. */
export function sheetCell(scanner: XmlScanner, context: WorkbookContext): Content | null {
  const style = scanner.isEmpty ? '0' : (scanner.attribute('s') ?? '0');
  const content = filledCell(scanner, context);
  if (!content || content.leftOut || content.text === '') return content;
  const isText = content.number === null && content.serial === undefined && content.fault === undefined;
  const isHidden =
    context.white.has(style) || (isText && hidesText.test(context.formats[Number(style)] ?? ''));
  return isHidden ? hiddenContent : content;
}

function filledCell(scanner: XmlScanner, context: WorkbookContext): Content | null {
  if (scanner.isEmpty) return null;
  const type = scanner.attribute('t') ?? 'n';
  const style = scanner.attribute('s');
  const isStruck = context.struck.size > 0 && context.struck.has(style ?? '0');
  let formula: string | null = null;
  let isShared = false;
  let value: string | null = null;
  let inline: RichText | null = null;
  for (scanner.advance(); !(scanner.closes && scanner.name === 'c'); scanner.advance()) {
    if (scanner.name === 'v') value = textIn(scanner, 'v');
    else if (scanner.name === 'f') {
      isShared = scanner.attribute('t') === 'shared';
      formula = textIn(scanner, 'f');
    } else if (scanner.name === 'is') inline = richText(scanner);
    else throw new NotUnderstood(`<${scanner.name}> in a cell`);
  }
  if (inline) {
    if (type !== 'inlineStr') throw new NotUnderstood('a text in a cell that is none');
    return textContent(inline, isStruck);
  }
  if (value === null || (value === '' && type === 'n')) {
    if (formula === null) return null;
    // How a shared formula reads in a cell that only refers to it takes a program that knows formulas.
    if (isShared && formula === '') throw new NotUnderstood('a shared formula without a result');
    if (isStruck) return struckContent;
    return { text: `=${cellText(formula)}`, number: null, fault: 'FORMULA_NOT_CALCULATED' };
  }
  if (type === 's') return textContent(sharedString(value, context), isStruck);
  const content = valueContent(type, value, style, context);
  return content && isStruck ? struckContent : content;
}

function sharedString(number: string, { strings }: WorkbookContext): RichText {
  const string = /^\d{1,9}$/.test(number) ? strings[Number(number)] : undefined;
  if (!string) throw new NotUnderstood(`string ${number}`);
  return string;
}

function valueContent(
  type: string,
  value: string,
  style: string | undefined,
  { formats, from1904 }: WorkbookContext,
): Content | null {
  switch (type) {
    case 'n': {
      const format = style === undefined && formats.length === 0 ? 'General' : formats[Number(style ?? '0')];
      if (format === undefined) throw new NotUnderstood(`format ${style ?? ''}`);
      // 3,089 where a plain number belongs: what somebody wrote, to be read as any text.
      if (!plainNumber.test(value.trim())) return { text: cellText(value), number: null };
      return numberContent(Number(value), format, () => rendered(Number(value), format, from1904));
    }
    case 'str':
      return textContent({ text: cellText(value), leftOut: null }, false);
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

function textContent(rich: RichText, isStruck: boolean): Content | null {
  const isBlank = rich.text.trim() === '' && !rich.leftOut;
  if (isBlank) return null;
  const { text, leftOut } = isStruck ? (rich.whereStruck ?? allStruck) : rich;
  return leftOut ? { text, number: null, leftOut } : { text, number: null };
}

function textIn(scanner: XmlScanner, name: string): string {
  if (scanner.isEmpty) return '';
  scanner.advance();
  if (!scanner.closes || scanner.name !== name) throw new NotUnderstood(`a tag inside <${name}>`);
  return scanner.text();
}
