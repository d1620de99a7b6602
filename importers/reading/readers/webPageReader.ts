import { withoutTable } from '../../files/sniff.js';
import { shownHtml, textAroundTables } from '../htmlText.js';
import { plainTextGrid } from '../plainText.js';
import { htmlGrids } from '../workbook.js';
import type { Reader } from './Reader.js';

/** Web pages with tables, also under the name of a workbook. */
export const webPageReader: Reader = {
  async read({ content, limits }) {
    if (content.kind !== 'html') return null;
    const page = shownHtml(content.text);
    if (!/<table[\s>]/i.test(page)) throw withoutTable();
    const { before, after } = textAroundTables(page);
    const tables = htmlGrids(page, limits);
    const grids = [plainTextGrid(before, limits), ...tables, plainTextGrid(after, limits)];
    const filled = grids.filter(({ rows }) => rows.length > 0);
    return { format: 'html', encoding: content.encoding, grids: filled, problems: [] };
  },
};
