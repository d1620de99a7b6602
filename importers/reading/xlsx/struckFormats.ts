import { XmlScanner } from './XmlScanner.js';

/** The cell formats whose font is struck out, by the number by which cells refer to them. */
export function struckFormats(xml: string | null): ReadonlySet<string> {
  const struck = new Set<string>();
  if (xml === null || !/<(?:\w+:)?strike[\s/>]/.test(xml)) return struck;
  const scanner = new XmlScanner(xml);
  const fonts = new Set<number>();
  let font = -1;
  let format = -1;
  let list = '';
  while (scanner.next()) {
    if (scanner.closes) {
      if (scanner.name === list) list = '';
    } else if (scanner.name === 'fonts' || scanner.name === 'cellXfs') {
      if (!scanner.isEmpty) list = scanner.name;
    } else if (list === 'fonts' && scanner.name === 'font') font += 1;
    else if (list === 'fonts' && scanner.name === 'strike') {
      if (!/^(0|false)$/.test(scanner.attribute('val') ?? '')) fonts.add(font);
    } else if (list === 'cellXfs' && scanner.name === 'xf') {
      format += 1;
      if (fonts.has(Number(scanner.attribute('fontId') ?? '0'))) struck.add(String(format));
    }
  }
  return struck;
}
