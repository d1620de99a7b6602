import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createHash } from 'node:crypto';
import { readFile as readReport } from '../../dist/importers/worker/readFile.js';
import { operator } from '../../dist/src/filing/access/actor.js';
import { importReports } from '../../dist/src/filing/importing/importReports.js';

/** Files the reports that are served afterwards. */
export async function fillReports(database, paths) {
  const files = [];
  for (const path of paths) {
    const bytes = await readFile(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const fileName = basename(path);
    files.push({
      fileName,
      bytes,
      sha256,
      draft: await readReport(bytes, fileName, { blanksAreZero: false }),
    });
  }
  const options = {
    dryRun: false,
    year: null,
    agency: null,
    layout: 'report',
    blanksAreZero: false,
    errorPolicy: 'REJECT_REPORT',
    overwriteCorrections: false,
  };
  await database.transaction((manager) => importReports(manager, operator('测速'), files, options));
}
