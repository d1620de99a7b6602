import { XmlScanner } from './XmlScanner.js';

/** What the cell formats of a workbook leave out, by the numbers by which cells refer to them. */
export interface LeftOutFormats {
  readonly struck: ReadonlySet<string>;
  /** Written in white on white. */
  readonly white: ReadonlySet<string>;
}

const nothing: LeftOutFormats = { struck: new Set(), white: new Set() };
const listNames = new Set(['fonts', 'fills', 'cellXfs']);

/** The cell formats whose font is struck out, or white without a colour behind it. */
export function leftOutFormats(xml: string | null): LeftOutFormats {
  if (xml === null || !/<(?:\w+:)?strike[\s/>]|="(?:FF|00)FFFFFF"|(?:theme="0"|indexed="(?:1|9)")/i.test(xml))
    return nothing;
  const scanner = new XmlScanner(xml);
  const found = { struck: new Set<string>(), white: new Set<string>() };
  const struckFonts = new Set<number>();
  const whiteFonts = new Set<number>();
  const coloured = new Set<number>();
  const count = { font: -1, fill: -1, xf: -1 };
  let list = '';
  let isSolid = false;
  while (scanner.next()) {
    const { name } = scanner;
    if (scanner.closes) {
      if (name === list) list = '';
    } else if (listNames.has(name)) {
      if (!scanner.isEmpty) list = name;
    } else if (list === 'fonts' && name === 'font') count.font += 1;
    else if (list === 'fonts' && name === 'strike') {
      if (!/^(0|false)$/.test(scanner.attribute('val') ?? '')) struckFonts.add(count.font);
    } else if (list === 'fonts' && name === 'color') {
      if (isWhite(scanner)) whiteFonts.add(count.font);
    } else if (list === 'fills' && name === 'fill') count.fill += 1;
    else if (list === 'fills' && name === 'patternFill') {
      isSolid = (scanner.attribute('patternType') ?? 'none') !== 'none';
      if (isSolid) coloured.add(count.fill);
    } else if (list === 'fills' && name === 'gradientFill') coloured.add(count.fill);
    else if (list === 'fills' && name === 'fgColor') {
      if (isSolid && isWhite(scanner)) coloured.delete(count.fill);
    } else if (list === 'cellXfs' && name === 'xf') {
      count.xf += 1;
      const font = Number(scanner.attribute('fontId') ?? '0');
      if (struckFonts.has(font)) found.struck.add(String(count.xf));
      if (whiteFonts.has(font) && !coloured.has(Number(scanner.attribute('fillId') ?? '0')))
        found.white.add(String(count.xf));
    }
  }
  return found;
}

/** The first colour of a theme is that of its paper. */
function isWhite(scanner: XmlScanner): boolean {
  const tint = Number(scanner.attribute('tint') ?? '0');
  if (tint < 0) return false;
  return (
    /^(?:FF|00)?FFFFFF$/i.test(scanner.attribute('rgb') ?? '') ||
    scanner.attribute('theme') === '0' ||
    /^(?:1|9)$/.test(scanner.attribute('indexed') ?? '')
  );
}
