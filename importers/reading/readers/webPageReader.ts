import type { Reader } from './Reader.js';

/** Web pages with tables, also under the name of a workbook. */
export const webPageReader: Reader = {
  async read({ content, limits }) {
    if (content.kind !== 'html') return null;
    // The parser of pages is large; few files need it.
    const { webPageGrids } = await import('../../webPages/webPageGrids.js');
    const { trackedInsertions } = await import('../../webPages/trackedInsertions.js');
    const grids = webPageGrids(content.text, limits);
    const problems = trackedInsertions(content.text);
    return { format: 'html', encoding: content.encoding, grids, problems };
  },
};
