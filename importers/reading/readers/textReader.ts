import { chooseDelimiter } from '../chooseDelimiter.js';
import { withoutBoxes } from '../withoutBoxes.js';
import type { Reader } from './Reader.js';

/** Text: CSV, tab-separated, or a published report saved as text. */
export const textReader: Reader = {
  async read({ content, fileName, limits }) {
    if (content.kind !== 'text') return null;
    const { encoding } = content;
    const text = withoutBoxes(content.text);
    const delimiter = chooseDelimiter(text, fileName);
    const format = delimiter ? 'csv' : 'txt';
    // What reads them is loaded for those that are text: most files are workbooks.
    const grid = delimiter
      ? (await import('../delimited.js')).delimitedGrid(text, delimiter, limits)
      : (await import('../plainText.js')).plainTextGrid(text, limits);
    return { format, encoding, grids: [grid], problems: [] };
  },
};
