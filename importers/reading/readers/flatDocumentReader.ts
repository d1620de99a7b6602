import { openDocumentParts } from '../../files/openDocument/openDocument.js';
import { xmlPartReader } from '../../files/partReader.js';
import { storedZip } from '../../files/storedZip.js';
import type { Reader } from './Reader.js';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

/** An OpenDocument spreadsheet in one piece (.fods): the same words as in the parts of an .ods. */
export const flatDocumentReader: Reader = {
  async read({ content, limits }) {
    if (content.kind !== 'openDocument') return null;
    const part = xmlPartReader(true, { cells: 0, sheets: 0 }, limits);
    part.take(Buffer.from(content.text, 'utf8'));
    const parts = openDocumentParts([
      { name: 'mimetype', bytes: Buffer.from(mediaType) },
      { name: 'META-INF/manifest.xml', bytes: Buffer.from('<manifest/>') },
      { name: 'content.xml', bytes: part.finish() },
    ]);
    // The spreadsheet reader is large; few files need it.
    const { workbookGrids } = await import('../workbook.js');
    const grids = workbookGrids(storedZip(parts), limits, { hasFormatCodes: false });
    return { format: 'ods', encoding: content.encoding, grids, problems: [] };
  },
};
