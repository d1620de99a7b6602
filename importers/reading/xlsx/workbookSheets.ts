import { posix } from 'node:path';
import { NotUnderstood } from './NotUnderstood.js';
import { XmlScanner } from './XmlScanner.js';
import { xmlText } from './xmlText.js';

/** The parts of a package by their names, as Latin-1; null where there is none. */
export type PartOf = (name: string) => string | null;

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** null of a chart, a dialog or a macro, which hold no cells. */
  readonly part: string | null;
}

/** What a workbook is made of. */
export interface WorkbookSheets {
  readonly sheets: readonly SheetEntry[];
  readonly strings: string | null;
  readonly styles: string | null;
  /** Days are counted from 1904. */
  readonly from1904: boolean;
}

interface Relation {
  readonly kind: string;
  readonly target: string;
}

export function workbookSheets(partOf: PartOf): WorkbookSheets {
  const book = workbookPart(partOf);
  const related = relations(book, partOf);
  const targetOf = (kind: string): string | null =>
    [...related.values()].find((relation) => relation.kind === kind)?.target ?? null;
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  const scanner = new XmlScanner(partOf(book) ?? '');
  scanner.enter('workbook');
  const { prefix } = scanner;
  while (scanner.next()) {
    if (scanner.closes || scanner.prefix !== prefix) continue;
    if (scanner.name === 'workbookPr') from1904 = /^(1|true)$/.test(scanner.attribute('date1904') ?? '');
    if (scanner.name === 'sheet') sheets.push(entryOf(scanner, related));
  }
  return { sheets, strings: targetOf('sharedStrings'), styles: targetOf('styles'), from1904 };
}

/** Every program calls it this, whether or not the package says so. */
const usualPart = 'xl/workbook.xml';

function workbookPart(partOf: PartOf): string {
  if (partOf('_rels/.rels') === null) return usualPart;
  const books = [...relations('', partOf).values()].filter(({ kind }) => kind === 'officeDocument');
  if (books.length !== 1 || !books[0]) throw new NotUnderstood('not one workbook');
  return books[0].target;
}

function entryOf(scanner: XmlScanner, related: ReadonlyMap<string, Relation>): SheetEntry {
  const relation = related.get(scanner.attribute('r:id') ?? '');
  const name = scanner.attribute('name');
  if (!relation || name === undefined) throw new NotUnderstood('a sheet without a part');
  return {
    name: xmlText(name),
    isHidden: /^(very)?hidden$/i.test(scanner.attribute('state') ?? ''),
    part: relation.kind === 'worksheet' ? relation.target : null,
  };
}

/** The parts that another part refers to, by the names it gives them. */
export function relations(from: string, partOf: PartOf): ReadonlyMap<string, Relation> {
  const folder = posix.dirname(from);
  const name = posix.join(folder, '_rels', `${posix.basename(from)}.rels`);
  const xml = partOf(name);
  const found = new Map<string, Relation>();
  if (xml === null) throw new NotUnderstood('no relations');
  const scanner = new XmlScanner(xml);
  while (scanner.next()) {
    if (scanner.name !== 'Relationship' || scanner.closes) continue;
    const [id, type, target] = ['Id', 'Type', 'Target'].map((each) => scanner.attribute(each));
    if (id === undefined || type === undefined || target === undefined || found.has(id))
      throw new NotUnderstood('a relation without a target');
    if (scanner.attribute('TargetMode') === 'External') continue;
    found.set(id, { kind: type.slice(type.lastIndexOf('/') + 1), target: placeOf(xmlText(target), folder) });
  }
  return found;
}

function placeOf(target: string, folder: string): string {
  return posix.normalize(target.startsWith('/') ? target.slice(1) : posix.join(folder, target));
}
