import type { Reader } from './Reader.js';

/** Some programs write a few bytes before the header. */
const searchedBytes = 1024;

/** PDF with a text layer. */
export const pdfReader: Reader = {
  async read({ bytes, limits }) {
    const start = bytes.toString('latin1', 0, searchedBytes);
    if (!start.includes('%PDF-') || /^(PK|\xd0\xcf\x11\xe0)/.test(start)) return null;
    // pdf.js is large; who reads no PDF does not load it.
    const { readPdf } = await import('../../documents/pdf/readPdf.js');
    const { blockGrids } = await import('../../documents/blockGrids.js');
    const { blocks, problems } = await readPdf(bytes, limits);
    return { format: 'pdf', encoding: null, grids: blockGrids(blocks, limits), problems };
  },
};
