import { readZipEntries } from '../../files/zipEntries.js';
import { macrosIgnored } from './macrosIgnored.js';
import type { Reader } from './Reader.js';

const macros = /(^|\/)vbaProject\.bin$/i;

/** Word documents in a zip package (.docx), as Word, WPS and LibreOffice write them. */
export const wordReader: Reader = {
  async read({ bytes, limits }) {
    // Names of parts stand in a package as they are.
    if (bytes.toString('latin1', 0, 2) !== 'PK' || !bytes.includes('word/')) return null;
    const entries = await readZipEntries(bytes, limits);
    if (!entries.some(({ name }) => /^word\//i.test(name))) return null;
    const { readWord } = await import('../../documents/word/readWord.js');
    const { blockGrids } = await import('../../documents/blockGrids.js');
    const { blocks, problems } = await readWord(entries, limits);
    const hasMacros = entries.some(({ name }) => macros.test(name));
    const grids = blockGrids(blocks, limits);
    return { format: 'docx', encoding: null, grids, problems: [...problems, ...macrosIgnored(hasMacros)] };
  },
};
