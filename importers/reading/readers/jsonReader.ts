import type { Reader } from './Reader.js';

/** Reports as data. They have no cells: the text is understood later. */
export const jsonReader: Reader = {
  async read({ content }) {
    if (content.kind !== 'json') return null;
    return { format: 'json', encoding: content.encoding, grids: [], json: content.text, problems: [] };
  },
};
