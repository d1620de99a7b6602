import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { answerParent, measured } from '../support/children.js';

const require = createRequire(import.meta.url);

/** Each side reads the bytes of a document as far as it can; what comes out is counted, so that none reads nothing. */
const sides = {
  async nianbao() {
    const { readGrids } = await import('../../dist/importers/reading/readGrids.js');
    return async (bytes, fileName) => {
      const { grids } = await readGrids(bytes, fileName);
      return grids.reduce((sum, { rows }) => sum + rows.length, 0);
    };
  },
  async mammoth() {
    const { convertToHtml } = (await import('mammoth')).default;
    return async (bytes) => (await convertToHtml({ buffer: bytes })).value.length;
  },
  async 'word-extractor'() {
    const WordExtractor = (await import('word-extractor')).default;
    const extractor = new WordExtractor();
    return async (bytes) => (await extractor.extract(bytes)).getBody().length;
  },
  /** What pdf.js gives of itself, with the options of nianbao: what each page draws. */
  async 'pdf.js'() {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const folder = dirname(require.resolve('pdfjs-dist/package.json'));
    return async (bytes) => {
      const document = await getDocument({
        data: new Uint8Array(bytes),
        cMapUrl: join(folder, 'cmaps') + sep,
        cMapPacked: true,
        standardFontDataUrl: join(folder, 'standard_fonts') + sep,
        maxImageSize: 1,
        fontExtraProperties: true,
        disableFontFace: true,
        useSystemFonts: false,
        isEvalSupported: false,
        verbosity: 0,
      }).promise;
      let operators = 0;
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        operators += (await page.getOperatorList()).fnArray.length;
        page.cleanup();
      }
      await document.destroy();
      return operators;
    };
  },
};

const opened = new Map();

answerParent({
  /** Every file so many times, from its bytes in memory. */
  async run({ side, paths, times }) {
    if (!opened.has(side)) opened.set(side, await sides[side]());
    const read = opened.get(side);
    const files = await Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
    return measured(async () => {
      let found = 0;
      for (let time = 0; time < times; time += 1)
        for (const { path, bytes } of files) found += await read(bytes, path);
      if (!(found > 0)) throw new Error(`${side} has read nothing`);
    });
  },
});
