import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made by hand; whatever is given overrides what an honest zip would say. */
export interface ZipPart {
  readonly name: string;
  readonly content?: string | Buffer;
  readonly packed?: Buffer;
  readonly declaredSize?: number;
  readonly checksum?: number;
  readonly flags?: number;
  readonly method?: number;
  /** The directory entry points to the content of this entry instead. */
  readonly sameContentAs?: number;
}

export function makeZip(parts: readonly ZipPart[]): Buffer {
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content ?? '');
    const packed = part.packed ?? deflateRawSync(content);
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0x800, 2);
    common.writeUInt16LE(part.method ?? 8, 4);
    common.writeUInt32LE(part.checksum ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.declaredSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = part.sameContentAs === undefined ? offset : (offsets[part.sameContentAs] ?? 0);
    offsets.push(place);
    const place4 = Buffer.alloc(4);
    place4.writeUInt32LE(place);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), common, Buffer.alloc(10), place4, name);
    if (part.sameContentAs !== undefined) continue;
    contents.push(Buffer.from('PK\x03\x04'), common, name, packed);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...contents, ...directory, end]);
}

/** So many MiB of spaces, deflated, made without deflating them all. */
export function deflatedSpaces(mebibytes: number): Buffer {
  const one = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const last = Buffer.from([3, 0]);
  return Buffer.concat([...Array.from({ length: mebibytes }, () => one), last]);
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook whose sheets have the given rows, as XML. */
export function workbookParts(sheets: Readonly<Record<string, string>>): ZipPart[] {
  const names = Object.keys(sheets);
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
  return [
    {
      name: '[Content_Types].xml',
      content:
        `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
        names
          .map(
            (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${sheetType}"/>`,
          )
          .join('') +
        '</Types>',
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets>${names
        .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${packages}/relationships">${names
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    },
    ...names.map((name, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet xmlns="${spreadsheet}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
    })),
  ];
}

/** A workbook with one sheet, 年报. */
export function makeWorkbook(rows: string): Buffer {
  return makeZip(workbookParts({ 年报: rows }));
}
