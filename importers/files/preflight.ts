import type { CellCount } from './cellCount.js';
import { inflatePart } from './inflatePart.js';
import type { Limits } from './limits.js';
import { packageFormat, type PackageFormat } from './packageFormat.js';
import { binaryPartReader, xmlPartReader } from './partReader.js';
import type { Part } from './storedZip.js';
import { readZipEntries } from './zipEntries.js';

/** A workbook package that is safe to read. */
export interface Preflight {
  readonly format: PackageFormat;
  /** Only the parts that reading values needs. */
  readonly parts: readonly Part[];
  readonly hasMacros: boolean;
}

/** Folders and files that hold no values of cells: pictures, drawings, macros, links to other files. */
const unreadFolders =
  /^(docProps|customXml|customUI|Pictures|Thumbnails|Configurations2|Basic|ObjectReplacements)\/|^xl\/(media|drawings|embeddings|externalLinks|charts|printerSettings|theme|ctrlProps|activeX|pivotTables|pivotCache|queryTables|tables|threadedComments|diagrams|slicers|slicerCaches|chartsheets\/_rels|worksheets\/_rels)\//i;
const unreadFiles =
  /(^|\/)(calcChain\.|comments\d*\.|vbaProject)[^/]*$|\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|vml)$/i;

const macros = /(^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^Basic\/./i;

/**
 * Inflates every part of a package once, counting real bytes, cells and sheets as they come, before
 * anything builds a workbook from it.
 */
export async function preflight(bytes: Buffer, limits: Limits): Promise<Preflight> {
  const entries = await readZipEntries(bytes, limits);
  const format = packageFormat(entries);
  const count: CellCount = { cells: 0, sheets: 0 };
  const parts: Part[] = [];
  let unpacked = 0;
  for (const entry of entries) {
    const isRead = !unreadFolders.test(entry.name) && !unreadFiles.test(entry.name);
    const reader = /\.bin$/i.test(entry.name)
      ? binaryPartReader()
      : xmlPartReader(format === 'ods', count, limits);
    unpacked += await inflatePart(entry, limits.unpackedBytes - unpacked, limits, (piece) => {
      if (isRead) reader.take(piece);
    });
    if (isRead && !entry.name.endsWith('/')) parts.push({ name: entry.name, bytes: reader.finish() });
  }
  return { format, parts, hasMacros: entries.some(({ name }) => macros.test(name)) };
}
