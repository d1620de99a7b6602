import { hasStream } from '../../files/ole2.js';
import { once } from '../../../src/once.js';
import type { Reader } from './Reader.js';

const ole2 = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

const parts = once(async () => ({
  ...(await import('../../documents/binaryWord/container.js')),
  ...(await import('../../documents/binaryWord/readBinaryWord.js')),
  ...(await import('../../documents/blockGrids.js')),
}));

/** Word 97–2003 documents (.doc), and the .wps of WPS, which is the same inside. */
export const oldWordReader: Reader = {
  async read({ bytes, fileName, limits }) {
    if (bytes.toString('latin1', 0, ole2.length) !== ole2 || !hasStream(bytes, 'WordDocument')) return null;
    const { openContainer, readBinaryWord, blockGrids } = await parts();
    const container = openContainer(bytes);
    // A workbook may have a document embedded in it.
    if (!container.stream('WordDocument')) return null;
    const { blocks, problems } = readBinaryWord(container);
    const format = /\.wp[st]$/i.test(fileName) ? 'wps' : 'doc';
    return { format, encoding: null, grids: blockGrids(blocks, limits), problems };
  },
};
