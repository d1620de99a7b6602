import { isEncryptedPackage } from '../../files/ole2.js';
import { openDocumentParts } from '../../files/openDocument/openDocument.js';
import { preflight } from '../../files/preflight.js';
import { sparedParts } from '../../files/sparedPart.js';
import { storedZip } from '../../files/storedZip.js';
import { withStyles } from '../../files/withStyles.js';
import type { Limits } from '../../files/limits.js';
import type { PackageFormat } from '../../files/packageFormat.js';
import type { Part } from '../../files/storedZip.js';
import type { Grid } from '../grid.js';
import { xlsxGrids } from '../xlsx/xlsxGrids.js';
import { macrosIgnored } from './macrosIgnored.js';
import type { Reader } from './Reader.js';

/** Workbooks that are zip packages: .xlsx, .xlsm, .xlsb, .ods. */
export const workbookReader: Reader = {
  async read({ bytes, content, limits }) {
    const given =
      content.kind === 'zip' ? bytes : content.kind === 'ole2' ? await openedPackage(bytes) : null;
    if (!given) return null;
    const { format, parts, hasMacros } = await preflight(given, limits);
    const grids =
      (format === 'xlsx' && xlsxGrids(parts, limits)) || (await libraryGrids(format, parts, limits));
    return { format, encoding: null, grids, problems: macrosIgnored(hasMacros) };
  },
};

/** A workbook that is only protected from changes is encrypted, with a password that every program knows. */
async function openedPackage(bytes: Buffer): Promise<Buffer | null> {
  if (!isEncryptedPackage(bytes)) return null;
  const { writeProtected } = await import('../../files/decryption/writeProtected.js');
  return writeProtected(bytes);
}

/** What our own reader does not read, or does not know for certain; what reads it is loaded for the first such file. */
async function libraryGrids(format: PackageFormat, parts: readonly Part[], limits: Limits): Promise<Grid[]> {
  const { workbookGrids } = await import('../workbook.js');
  switch (format) {
    case 'xlsx':
      return workbookGrids(storedZip(withStyles(sparedParts(parts, limits))), limits);
    case 'ods':
      return workbookGrids(storedZip(openDocumentParts(parts)), limits, { hasFormatCodes: false });
    case 'xlsb': {
      const { binaryLeftOut } = await import('../xlsb/binaryLeftOut.js');
      return workbookGrids(storedZip(parts), limits, { hasFormatCodes: true }, binaryLeftOut(parts));
    }
  }
}
