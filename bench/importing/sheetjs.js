import { readFile } from 'node:fs/promises';
import * as XLSX from '@e965/xlsx';
import { answerParent, measured } from '../support/children.js';

/** The options with which nianbao reads. */
const options = { dense: true, cellStyles: true, cellNF: true, cellFormula: true, nodim: true };

answerParent({
  /** Merely reading: nothing is done with the workbooks. */
  run: ({ paths }) =>
    measured(async () => {
      let sheets = 0;
      for (const path of paths)
        sheets += XLSX.read(await readFile(path), { ...options, type: 'buffer' }).SheetNames.length;
      return sheets;
    }),
});
