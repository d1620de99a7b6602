import { inspectOle2 } from '../../files/ole2.js';
import { macrosIgnored } from './macrosIgnored.js';
import type { Reader } from './Reader.js';

/** Workbooks of Excel 95 to 2003 and of WPS: .xls, .et. */
export const oldWorkbookReader: Reader = {
  async read({ bytes, fileName, content, limits }) {
    if (content.kind !== 'ole2') return null;
    const { hasMacros } = inspectOle2(bytes);
    // The tables of old code pages are large; few files need them.
    const { oldWorkbookGrids } = await import('../oldWorkbook.js');
    const grids = oldWorkbookGrids(bytes, limits);
    // Inside, a WPS .et is an .xls; only its name tells.
    const format = /\.ett?$/i.test(fileName) ? 'et' : 'xls';
    return { format, encoding: null, grids, problems: macrosIgnored(hasMacros) };
  },
};
