import { parseChineseNumeral } from '../../src/prose/chineseNumeral.js';

const year = /(?<!\d)(20\d{2})\s*年|^\s*(20\d{2})\s*$/;
const chineseYear = /([二〇零○O0一三四五六七八九]{4})年/;

/** The year that a heading, a title or the name of a sheet states; null when it states none. */
export function headingYear(text: string): number | null {
  const plain = text.normalize('NFKC');
  const match = year.exec(plain);
  if (match) return Number(match[1] ?? match[2]);
  const written = chineseYear.exec(plain)?.[1];
  const value = written === undefined ? null : parseChineseNumeral(written.replace(/[○O0零]/g, '〇'));
  return value !== null && value >= 2000n && value < 2100n ? Number(value) : null;
}
