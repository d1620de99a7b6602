import { areasIn, covers, type Area } from './areas.js';
import type { ExtendedCondition } from './extendedConditions.js';
import { XmlScanner } from './XmlScanner.js';

/** Where a condition, or the style of a table, may lay a colour behind the cells of a sheet. Both stand behind its rows. */
export function colouredAreas(
  xml: string,
  from: number,
  prefix: string,
  extended: readonly ExtendedCondition[],
): (row: number, column: number) => boolean {
  const tag = `<${prefix === '' ? '' : `${prefix}:`}`;
  // Which cells a table has stands in a part of its own.
  if (xml.includes(`${tag}tableParts`, from)) return () => true;
  const areas: Area[] = extended.flatMap((condition) => condition.areas);
  const sign = `${tag}conditionalFormatting`;
  for (let at = xml.indexOf(sign, from); at >= 0; at = xml.indexOf(sign, at + sign.length)) {
    const scanner = new XmlScanner(xml, at);
    scanner.advance();
    areas.push(...areasIn(scanner.attribute('sqref') ?? ''));
  }
  return (row, column) => areas.some((area) => covers(area, row, column));
}
