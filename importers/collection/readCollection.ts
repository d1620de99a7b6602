import type { Problem } from '../../src/problems/problem.js';
import type { ReadOptions } from '../draft/draft.js';
import type { FileFormat } from '../../src/words/fileFormats.js';
import { limits as defaultLimits, type Limits } from '../files/limits.js';
import { readGrids } from '../reading/readGrids.js';
import { readFile } from '../worker/readFile.js';
import { RefusedFile } from '../files/refusedFile.js';
import type { ZipEntry } from '../files/zipEntries.js';
import { archiveFiles, findArchive } from './archiveFiles.js';
import type { PackedPart, ReportsPart } from './collectionPart.js';
import { findTable } from './findTable.js';
import { sheetParts } from './sheetParts.js';
import { streamTable } from './streamTable.js';

/** Documents hold one report with its text; other files may hold a sheet or a row for each of many. */
const oneReport = new Set<FileFormat | null>(['html', 'txt', 'docx', 'doc', 'wps', 'pdf']);

/**
 * Reads a file with many reports: a flat table, a workbook whose sheets are reports or tables, or a zip of
 * such files. Reports come some at a time; whatever is wrong with the file is a problem of a part.
 */
export async function* readCollection(
  given: Uint8Array,
  fileName: string,
  options: ReadOptions,
  limits: Limits = defaultLimits.collection,
): AsyncGenerator<PackedPart> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  try {
    const table = bytes.length > limits.fileBytes ? null : findTable(bytes);
    const archive = bytes.length > limits.fileBytes ? null : await findArchive(bytes, limits);
    if (archive) yield* archiveParts(archive, options, limits);
    else if (table) yield* streamTable(bytes, table, { place: { prefix: '' }, options, limits });
    else yield* workbookParts(bytes, fileName, options, limits);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    yield problemsPart([error.problem], bytes.length);
  }
}

async function* workbookParts(
  bytes: Buffer,
  fileName: string,
  options: ReadOptions,
  limits: Limits,
): AsyncGenerator<PackedPart> {
  const file = await readGrids(bytes, fileName, limits);
  const { format, encoding } = file;
  if (file.grids.length > 0 && !oneReport.has(format)) {
    yield* sheetParts(file, options, bytes.length);
    return;
  }
  // A document, a web page, a text or an exported JSON is one report.
  const { reports, problems } = await readFile(bytes, fileName, { ...options, layout: 'report' }, limits);
  yield { kind: 'reports', format, encoding, reports, problems, bytesRead: bytes.length };
}

async function* archiveParts(
  entries: readonly ZipEntry[],
  options: ReadOptions,
  limits: Limits,
): AsyncGenerator<PackedPart> {
  if (entries.length === 0)
    throw new RefusedFile('NO_FORM_FOUND', '压缩包里没有文件。请把年报文件放进压缩包后重新上传。');
  let bytesRead = 0;
  for await (const file of archiveFiles(entries, limits)) {
    bytesRead += file.packedBytes;
    if ('problem' in file) {
      yield problemsPart([file.problem], bytesRead);
      continue;
    }
    const table = findTable(file.bytes);
    const place = { prefix: `${file.name}!` };
    if (!table) yield { kind: 'file', name: file.name, bytes: file.bytes, bytesRead };
    else
      for await (const part of streamTable(file.bytes, table, { place, options, limits }))
        yield part.kind === 'names' ? part : { ...part, format: 'zip', encoding: null, bytesRead };
  }
}

function problemsPart(problems: readonly Problem[], bytesRead: number): ReportsPart {
  return { kind: 'reports', format: null, encoding: null, reports: [], problems, bytesRead };
}
