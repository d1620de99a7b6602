import { problem, type Problem } from '../../src/problems/problem.js';
import { chooseDelimiter } from './chooseDelimiter.js';
import { delimitedGrid } from './delimited.js';
import type { Encoding, FileFormat } from '../draft/draft.js';
import type { Grid } from './grid.js';
import { shownHtml, textAroundTables } from './htmlText.js';
import { limits as defaultLimits, sizeInWords, type Limits } from '../files/limits.js';
import { inspectOle2 } from '../files/ole2.js';
import { plainTextGrid } from './plainText.js';
import { preflight } from '../files/preflight.js';
import { RefusedFile } from '../files/refusedFile.js';
import { sniff, withoutTable, type Content } from '../files/sniff.js';
import { storedZip } from '../files/storedZip.js';
import { withStyles } from '../files/withStyles.js';
import { htmlGrids, workbookGrids } from './workbook.js';

/** The cells of a file, before anything is understood. */
export interface FileGrids {
  readonly format: FileFormat | null;
  readonly encoding: Encoding | null;
  readonly grids: readonly Grid[];
  /** The text of a JSON file, which has no cells. */
  readonly json?: string;
  readonly problems: readonly Problem[];
}

/** Reads the cells of a file. A file that cannot be read has no grids and a problem that says why. */
export async function readGrids(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits = defaultLimits.report,
): Promise<FileGrids> {
  let content: Content | null = null;
  try {
    if (bytes.length > limits.fileBytes) throw tooManyBytes(bytes, limits);
    content = sniff(bytes);
    return await gridsOf(
      content,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      fileName,
      limits,
    );
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const encoding = content && 'encoding' in content ? content.encoding : null;
    return { format: null, encoding, grids: [], problems: [error.problem] };
  }
}

async function gridsOf(
  content: Content,
  bytes: Buffer,
  fileName: string,
  limits: Limits,
): Promise<FileGrids> {
  switch (content.kind) {
    case 'zip': {
      const { format, parts, hasMacros } = await preflight(bytes, limits);
      const grids = workbookGrids(storedZip(format === 'xlsx' ? withStyles(parts) : parts), limits);
      return { format, encoding: null, grids, problems: macrosIgnored(hasMacros) };
    }
    case 'ole2': {
      const { hasMacros } = inspectOle2(bytes);
      // The tables of old code pages are large; few files need them.
      const { oldWorkbookGrids } = await import('./oldWorkbook.js');
      const grids = oldWorkbookGrids(bytes, limits);
      // Inside, a WPS .et is an .xls; only its name tells.
      const format = /\.ett?$/i.test(fileName) ? 'et' : 'xls';
      return { format, encoding: null, grids, problems: macrosIgnored(hasMacros) };
    }
    case 'html': {
      const page = shownHtml(content.text);
      if (!/<table[\s>]/i.test(page)) throw withoutTable();
      const { before, after } = textAroundTables(page);
      const tables = htmlGrids(page, limits);
      const grids = [plainTextGrid(before, limits), ...tables, plainTextGrid(after, limits)];
      const filled = grids.filter(({ rows }) => rows.length > 0);
      return { format: 'html', encoding: content.encoding, grids: filled, problems: [] };
    }
    case 'json':
      return { format: 'json', encoding: content.encoding, grids: [], json: content.text, problems: [] };
    case 'text': {
      const { text, encoding } = content;
      const delimiter = chooseDelimiter(text, fileName);
      const format = delimiter ? 'csv' : 'txt';
      const grid = delimiter ? delimitedGrid(text, delimiter, limits) : plainTextGrid(text, limits);
      return { format, encoding, grids: [grid], problems: [] };
    }
  }
}

function tooManyBytes(bytes: Uint8Array, limits: Limits): RefusedFile {
  return new RefusedFile(
    'TOO_LARGE',
    `文件有 ${sizeInWords(bytes.length)}，超过上限 ${sizeInWords(limits.fileBytes)}。请只保留年报表格，删去图片，另存为新文件后重新上传。`,
  );
}

function macrosIgnored(hasMacros: boolean): Problem[] {
  return hasMacros
    ? [problem('MACROS_IGNORED', '文件带有宏。宏没有运行，只读取了单元格里的数字和文字。')]
    : [];
}
