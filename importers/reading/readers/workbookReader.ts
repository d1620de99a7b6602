import { preflight } from '../../files/preflight.js';
import { storedZip } from '../../files/storedZip.js';
import { withStyles } from '../../files/withStyles.js';
import { workbookGrids } from '../workbook.js';
import { macrosIgnored } from './macrosIgnored.js';
import type { Reader } from './Reader.js';

/** Workbooks that are zip packages: .xlsx, .xlsm, .xlsb, .ods. */
export const workbookReader: Reader = {
  async read({ bytes, content, limits }) {
    if (content.kind !== 'zip') return null;
    const { format, parts, hasMacros } = await preflight(bytes, limits);
    const stored = storedZip(format === 'xlsx' ? withStyles(parts) : parts);
    const grids = workbookGrids(stored, limits, format !== 'ods');
    return { format, encoding: null, grids, problems: macrosIgnored(hasMacros) };
  },
};
