import type { Part } from './storedZip.js';

const stylesType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const announced = new RegExp(
  `PartName\\s*=\\s*["']/([^"']+)["'][^<>]*ContentType\\s*=\\s*["']${stylesType.replace(/[.+]/g, '\\$&')}["']`,
);

/** One format, which says nothing. */
const noStyles = Buffer.from(
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<fills count="1"><fill/></fills><cellXfs count="1"><xf numFmtId="0" fillId="0"/></cellXfs></styleSheet>',
);

/**
 * The parts of an .xlsx package with number formats, if need be none. Some programs leave them out, or announce
 * them only: the spreadsheet reader stumbles over each cell of the one and refuses the other.
 */
export function withStyles(parts: readonly Part[]): readonly Part[] {
  const types = parts.find(({ name }) => name === '[Content_Types].xml');
  if (!types) return parts;
  const list = types.bytes.toString('utf8');
  const place = announced.exec(list)?.[1];
  const has = (wanted: string) => parts.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (place !== undefined) return has(place) ? parts : [...parts, { name: place, bytes: noStyles }];
  const name = 'xl/styles.xml';
  if (has(name)) return parts;
  const entry = `<Override PartName="/${name}" ContentType="${stylesType}"/>`;
  const bytes = Buffer.from(list.replace('</Types>', `${entry}</Types>`));
  return [...parts.map((part) => (part === types ? { ...part, bytes } : part)), { name, bytes: noStyles }];
}
