import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { answerParent, measured } from '../support/children.js';

answerParent({
  /** Merely parsing: nothing is done with the records. */
  run: ({ paths }) =>
    measured(async () => {
      let records = 0;
      for (const path of paths) records += parse(await readFile(path), { bom: true }).length;
      return records;
    }),
});
