import { paletteColour, paper, plainCell, type CellLook, type TextLook } from '../textLook.js';
import { XmlScanner } from './XmlScanner.js';

/** How the cell formats of a workbook look, by the numbers by which cells refer to them. */
export function cellLooks(xml: string | null): readonly CellLook[] {
  if (xml === null) return [];
  const fonts = listOf(xml, 'fonts', 'font', (scanner) => (scanner.isEmpty ? {} : fontLook(scanner)));
  const grounds = listOf(xml, 'fills', 'fill', (scanner) => (scanner.isEmpty ? paper : fillColour(scanner)));
  return listOf(xml, 'cellXfs', 'xf', (scanner) => {
    const [font, fill] = ['fontId', 'fillId'].map((each) => Number(scanner.attribute(each) ?? '0'));
    const ground = grounds[fill ?? 0];
    return { font: fonts[font ?? 0] ?? plainCell.font, ground: ground === undefined ? paper : ground };
  });
}

/** The elements of a list of the styles. What stands between the lists, borders most of all, is not gone through. */
function listOf<T>(xml: string, list: string, name: string, read: (scanner: XmlScanner) => T): readonly T[] {
  const start = xml.search(new RegExp(`<(?:\\w+:)?${list}[\\s>]`));
  const found: T[] = [];
  if (start < 0) return found;
  const scanner = new XmlScanner(xml, start);
  scanner.enter(list);
  if (scanner.isEmpty) return found;
  for (scanner.advance(); !(scanner.closes && scanner.name === list); scanner.advance())
    if (!scanner.closes && scanner.name === name) found.push(read(scanner));
  return found;
}

/** What a `<font>` or an `<rPr>` says, at whose tag the scanner is. */
export function fontLook(scanner: XmlScanner): TextLook {
  const { name } = scanner;
  let look: TextLook = {};
  for (scanner.advance(); !(scanner.closes && scanner.name === name); scanner.advance())
    if (!scanner.closes) look = { ...look, ...partOf(scanner) };
  return look;
}

function partOf(scanner: XmlScanner): TextLook {
  const value = scanner.name === 'color' ? undefined : scanner.attribute('val');
  switch (scanner.name) {
    case 'strike':
      return { struck: value !== '0' && value !== 'false' };
    case 'vertAlign':
      return value === 'superscript' || value === 'subscript' ? { raised: value } : {};
    case 'sz':
      return Number(value) > 0 ? { size: Number(value) } : {};
    case 'color': {
      const colour = colourOf(scanner);
      return colour === null ? {} : { colour };
    }
    default:
      return {};
  }
}

/** The colour behind a cell; null of a pattern, through which two of them show. */
function fillColour(scanner: XmlScanner): string | null {
  let colour: string | null = paper;
  let isSolid = false;
  for (scanner.advance(); !(scanner.closes && scanner.name === 'fill'); scanner.advance()) {
    if (scanner.closes) continue;
    if (scanner.name === 'patternFill') {
      const pattern = scanner.attribute('patternType') ?? 'none';
      isSolid = pattern === 'solid';
      if (pattern !== 'none') colour = null;
    } else if (scanner.name === 'gradientFill') colour = null;
    else if (isSolid && scanner.name === 'fgColor') colour = colourOf(scanner);
  }
  return colour;
}

/** The first colours of a theme are those of paper and ink. null: the program chooses. */
function colourOf(scanner: XmlScanner): string | null {
  const tint = Number(scanner.attribute('tint') ?? '0');
  const [rgb, theme, indexed] = ['rgb', 'theme', 'indexed'].map((name) => scanner.attribute(name));
  const plain =
    rgb !== undefined
      ? rgb.slice(-6).toLowerCase()
      : theme !== undefined
        ? (['ffffff', '000000'][Number(theme)] ?? `theme${theme}`)
        : indexed !== undefined
          ? paletteColour(Number(indexed))
          : null;
  const isPlain = tint === 0 || (tint > 0 && plain === paper);
  return plain === null || isPlain ? plain : `${plain} ${tint}`;
}
