import { builtInFormat, chineseFormats } from '../spreadsheetFormats.js';
import { NotUnderstood } from './NotUnderstood.js';
import { XmlScanner } from './XmlScanner.js';
import { xmlText } from './xmlText.js';

/** The short date of a Chinese system. */
const shortDate = 14;

/** The code of the number format of each cell style, in the order in which cells refer to them. */
export function numberFormats(xml: string | null): readonly string[] {
  if (xml === null) return [];
  const own = new Map<number, string>();
  const used: number[] = [];
  const scanner = new XmlScanner(xml);
  let list = '';
  while (scanner.next()) {
    if (scanner.closes) {
      if (scanner.name === list) list = '';
    } else if (scanner.name === 'numFmts' || scanner.name === 'cellXfs') {
      if (!scanner.isEmpty) list = scanner.name;
    } else if (list === 'numFmts' && scanner.name === 'numFmt') {
      own.set(numberOf(scanner.attribute('numFmtId')), xmlText(scanner.attribute('formatCode') ?? ''));
    } else if (list === 'cellXfs' && scanner.name === 'xf') {
      used.push(numberOf(scanner.attribute('numFmtId') ?? '0'));
    }
  }
  return used.map((id) => codeOf(id, own));
}

function codeOf(id: number, own: ReadonlyMap<number, string>): string {
  if (id === 0) return 'General';
  if (id === shortDate) return 'yyyy/m/d';
  const code = own.get(id) ?? chineseFormats[id] ?? builtInFormat(id);
  if (code === undefined) throw new NotUnderstood(`number format ${id}`);
  return code === '' ? 'General' : code;
}

function numberOf(text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/.test(text))
    throw new NotUnderstood('a number format without a number');
  return Number(text);
}
