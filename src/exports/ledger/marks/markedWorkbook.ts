import { inflatePart } from '../../../../importers/files/inflatePart.js';
import type { Limits } from '../../../../importers/files/limits.js';
import { readZipEntries, type ZipEntry } from '../../../../importers/files/zipEntries.js';
import { NotUnderstood } from '../../../../importers/reading/xlsx/NotUnderstood.js';
import { workbookSheets } from '../../../../importers/reading/xlsx/workbookSheets.js';
import { escapedXml } from '../../../text/xmlText.js';
import { listSheet } from './listSheet.js';
import type { Mark } from './Mark.js';
import { markedSheet } from './markedSheet.js';
import { MarkedStyles } from './markedStyles.js';
import { packedZip, type PackedEntry } from './packedZip.js';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const listName = '核对结果';

/**
 * An .xlsx with its marked cells coloured and a sheet more that says why. Only the formats of those cells are
 * written anew; every other part, and every number and day, stays byte for byte. null when the package is made
 * in a way that is not known.
 */
export async function markedWorkbook(
  bytes: Buffer,
  marks: readonly Mark[],
  limits: Limits,
): Promise<Buffer | null> {
  const entries = await readZipEntries(bytes, limits);
  const parts = new Map<string, string>();
  for (const entry of entries)
    if (
      entry.name !== 'xl/sharedStrings.xml' &&
      /\.(xml|rels)$/i.test(entry.name) &&
      /^(xl\/(worksheets\/[^/]*|[^/]*|_rels\/[^/]*)|_rels\/\.rels|\[Content_Types\]\.xml)$/.test(entry.name)
    )
      parts.set(entry.name, await textOf(entry, limits));
  if ([...parts.values()].some((xml) => xml.startsWith('\u00ff\u00fe') || xml.startsWith('\u00fe\u00ff')))
    return null;
  const written = new Map<string, string>();
  try {
    const book = workbookSheets((name) => parts.get(name) ?? null);
    const styles = book.styles === null ? null : MarkedStyles.of(parts.get(book.styles) ?? '');
    for (const { name, part } of book.sheets) {
      const places = placesIn(name, marks);
      const xml = part === null ? undefined : parts.get(part);
      if (part !== null && xml !== undefined && styles && places.size > 0)
        written.set(part, markedSheet(xml, places, styles));
    }
    if (styles && book.styles !== null && written.size > 0) written.set(book.styles, styles.written());
    const added = addedSheet(
      parts,
      book.sheets.map(({ name }) => name),
    );
    if (!added) return null;
    for (const [name, xml] of added.parts) written.set(name, xml);
    const changed: PackedEntry[] = entries.map((entry) => {
      const xml = written.get(entry.name);
      return xml === undefined ? entry : { name: entry.name, content: Buffer.from(xml, 'latin1') };
    });
    return packedZip([
      ...changed,
      { name: added.part, content: Buffer.from(listSheet(marks, { isBeside: true }), 'utf8') },
    ]);
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

/** As Latin-1: what is not touched comes out as it went in, whatever its encoding. */
async function textOf(entry: ZipEntry, limits: Limits): Promise<string> {
  const pieces: Buffer[] = [];
  await inflatePart(entry, limits.unpackedBytes, limits, (piece) => pieces.push(piece));
  return Buffer.concat(pieces).toString('latin1');
}

/** The worst that is said of each cell of a sheet. */
function placesIn(sheet: string, marks: readonly Mark[]): ReadonlyMap<string, Mark['severity']> {
  const places = new Map<string, Mark['severity']>();
  for (const { at, severity } of marks) {
    if (at === null || !at.startsWith(`${sheet}!`)) continue;
    const place = at.slice(sheet.length + 1);
    if (places.get(place) !== 'error') places.set(place, severity);
  }
  return places;
}

/** What has to be said in a package of a sheet more. */
function addedSheet(
  parts: ReadonlyMap<string, string>,
  names: readonly string[],
): { readonly part: string; readonly parts: readonly (readonly [string, string])[] } | null {
  const [book, relations, types] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml'];
  const [bookXml, relationsXml, typesXml] = [book, relations, types].map((name) => parts.get(name ?? ''));
  if (bookXml === undefined || relationsXml === undefined || typesXml === undefined) return null;
  const free = (is: (number: number) => boolean): number => {
    let number = 1;
    while (!is(number)) number += 1;
    return number;
  };
  const file = free((number) => !parts.has(`xl/worksheets/sheet${number}.xml`));
  const label = free((number) => !names.includes(number === 1 ? listName : listName + String(number)));
  const name = label === 1 ? listName : listName + String(label);
  const used = [...bookXml.matchAll(/\ssheetId="(\d+)"/g)].map((match) => Number(match[1]));
  const id = free((number) => !relationsXml.includes(`"rId${number}"`));
  const prefix = /<((?:\w+:)?)sheets\b/.exec(bookXml)?.[1] ?? '';
  const part = `xl/worksheets/sheet${file}.xml`;
  const sheet =
    `<${prefix}sheet xmlns:r="${relationType}" name="${latin1(escapedXml(name))}" ` +
    `sheetId="${Math.max(0, ...used) + 1}" r:id="rId${id}"/>`;
  const ending = (xml: string, close: RegExp, text: string): string | null =>
    close.test(xml) ? xml.replace(close, (end) => text + end) : null;
  const newBook = ending(bookXml, new RegExp(`</${prefix}sheets>`), sheet);
  const newRelations = ending(
    relationsXml,
    /<\/(?:\w+:)?Relationships>/,
    `<${prefixOf(relationsXml, 'Relationships')}Relationship Id="rId${id}" Type="${relationType}/worksheet" Target="worksheets/sheet${file}.xml"/>`,
  );
  const newTypes = ending(
    typesXml,
    /<\/(?:\w+:)?Types>/,
    `<${prefixOf(typesXml, 'Types')}Override PartName="/${part}" ContentType="${sheetType}"/>`,
  );
  if (newBook === null || newRelations === null || newTypes === null) return null;
  return {
    part,
    parts: [
      ['xl/workbook.xml', newBook],
      ['xl/_rels/workbook.xml.rels', newRelations],
      ['[Content_Types].xml', newTypes],
    ],
  };
}

function prefixOf(xml: string, root: string): string {
  return new RegExp(`<((?:\\w+:)?)${root}\\b`).exec(xml)?.[1] ?? '';
}

/** UTF-8 bytes among others that are kept as Latin-1. */
function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
