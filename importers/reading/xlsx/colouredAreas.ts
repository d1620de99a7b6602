import { cellAddress } from './cellAddress.js';
import { NotUnderstood } from './NotUnderstood.js';
import { XmlScanner } from './XmlScanner.js';

type Area = { readonly [side in 'top' | 'left' | 'bottom' | 'right']: number };

/** Where a condition, or the style of a table, may lay a colour behind the cells of a sheet. Both stand behind its rows. */
export function colouredAreas(
  xml: string,
  from: number,
  prefix: string,
): (row: number, column: number) => boolean {
  const tag = `<${prefix === '' ? '' : `${prefix}:`}`;
  // Which cells a table has stands in a part of its own.
  if (xml.includes(`${tag}tableParts`, from)) return () => true;
  const areas: Area[] = [];
  const sign = `${tag}conditionalFormatting`;
  for (let at = xml.indexOf(sign, from); at >= 0; at = xml.indexOf(sign, at + sign.length)) {
    const scanner = new XmlScanner(xml, at);
    scanner.advance();
    for (const range of (scanner.attribute('sqref') ?? '').split(/\s+/)) {
      const area = areaOf(range);
      if (area) areas.push(area);
    }
  }
  return (row, column) =>
    areas.some(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
}

/** `A1:B2`; null for what is no place of a sheet. */
function areaOf(range: string): Area | null {
  try {
    const [first = '', last = first] = range.split(':');
    const [start, end] = [cellAddress(first), cellAddress(last)];
    return { top: start.row, left: start.column, bottom: end.row, right: end.column };
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}
