import { chooseDelimiter } from '../chooseDelimiter.js';
import { delimitedGrid } from '../delimited.js';
import { plainTextGrid } from '../plainText.js';
import type { Reader } from './Reader.js';

/** Text: CSV, tab-separated, or a published report saved as text. */
export const textReader: Reader = {
  async read({ content, fileName, limits }) {
    if (content.kind !== 'text') return null;
    const { text, encoding } = content;
    const delimiter = chooseDelimiter(text, fileName);
    const format = delimiter ? 'csv' : 'txt';
    const grid = delimiter ? delimitedGrid(text, delimiter, limits) : plainTextGrid(text, limits);
    return { format, encoding, grids: [grid], problems: [] };
  },
};
