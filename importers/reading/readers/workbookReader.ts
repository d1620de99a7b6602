import { writeProtected } from '../../files/decryption/writeProtected.js';
import { isEncryptedPackage } from '../../files/ole2.js';
import { openDocumentParts } from '../../files/openDocument.js';
import { preflight } from '../../files/preflight.js';
import { sparedParts } from '../../files/sparedPart.js';
import { storedZip } from '../../files/storedZip.js';
import { withStyles } from '../../files/withStyles.js';
import type { Limits } from '../../files/limits.js';
import type { Part } from '../../files/storedZip.js';
import type { Grid } from '../grid.js';
import { workbookGrids } from '../workbook.js';
import { binaryLeftOut } from '../xlsb/binaryLeftOut.js';
import { xlsxGrids } from '../xlsx/xlsxGrids.js';
import { macrosIgnored } from './macrosIgnored.js';
import type { Reader } from './Reader.js';

/** Workbooks that are zip packages: .xlsx, .xlsm, .xlsb, .ods. */
export const workbookReader: Reader = {
  async read({ bytes, content, limits }) {
    const given = content.kind === 'zip' ? bytes : content.kind === 'ole2' ? openedPackage(bytes) : null;
    if (!given) return null;
    const { format, parts, hasMacros } = await preflight(given, limits);
    const grids =
      format === 'xlsx'
        ? (xlsxGrids(parts, limits) ?? spreadsheetGrids(parts, limits))
        : format === 'ods'
          ? workbookGrids(storedZip(openDocumentParts(parts)), limits, { hasFormatCodes: false })
          : workbookGrids(storedZip(parts), limits, { hasFormatCodes: true }, binaryLeftOut(parts));
    return { format, encoding: null, grids, problems: macrosIgnored(hasMacros) };
  },
};

/** A workbook that is only protected from changes is encrypted, with a password that every program knows. */
function openedPackage(bytes: Buffer): Buffer | null {
  return isEncryptedPackage(bytes) ? writeProtected(bytes) : null;
}

/** An .xlsx that our own reader does not know for certain. */
function spreadsheetGrids(parts: readonly Part[], limits: Limits): Grid[] {
  return workbookGrids(storedZip(withStyles(sparedParts(parts, limits))), limits);
}
