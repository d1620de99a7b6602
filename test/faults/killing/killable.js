// Does one thing after another until it is killed, and says of each when it begins and when it is done.
import { readFileSync, writeSync } from 'node:fs';
import { openDatabase } from '../../../dist/src/database/dataSource.js';
import { inTransaction } from '../../../dist/src/database/inTransaction.js';
import { migrate } from '../../../dist/src/database/migrate.js';
import { operator } from '../../../dist/src/filing/access/actor.js';
import { registerAgency } from '../../../dist/src/filing/agencies/registerAgency.js';
import { correctCells } from '../../../dist/src/filing/correcting/correctCells.js';
import {
  beginRun,
  importCollection,
} from '../../../dist/src/filing/importing/collections/importCollection.js';
import { importReports } from '../../../dist/src/filing/importing/importReports.js';
import { sha256 } from '../../../dist/src/filing/sha256.js';
import { publishReport } from '../../../dist/src/filing/workflow/publishReport.js';
import { submitReport } from '../../../dist/src/filing/workflow/submitReport.js';
import { takeStep } from '../../../dist/src/filing/workflow/takeStep.js';

const { database: settings, name, draftFile, begins, parts } = JSON.parse(process.argv[2] ?? '');
const actor = operator('崩溃测试');
const { draft, change, options, year } = JSON.parse(readFileSync(draftFile, 'utf8'));

// Straight into the pipe: what was said before the kill arrives.
const say = (...words) => writeSync(1, `${words.join(' ')}\n`);

function fileOf(agencies, fileName) {
  const reports = agencies.map((agency) => ({ ...draft, agency }));
  const bytes = Buffer.from(JSON.stringify([fileName, ...reports]));
  const read = { format: 'xlsx', encoding: null, problems: [], reports };
  return { fileName, bytes, sha256: sha256(bytes), draft: read };
}

const database = await openDatabase(settings);
const inOne = (work) => inTransaction(database, work);

async function doing(operation, agency, work) {
  say('begin', operation, agency);
  await work();
  say('done', operation, agency);
}

const register = (code) =>
  inOne((manager) => registerAgency(manager, actor, { code, name: `${code}局`, aliases: [] }));

/** From its registration to its publication. */
async function life(agency) {
  const at = (expectedVersion) => ({ agency, year, expectedVersion });
  await doing('register', agency, () => register(agency));
  await doing('import', agency, () =>
    inOne((manager) => importReports(manager, actor, [fileOf([agency], `${agency}.xlsx`)], options)),
  );
  await doing('correct', agency, () =>
    inOne((manager) =>
      correctCells(manager, actor, { ...at(1), changes: [change], reason: '核对原始台账', preview: false }),
    ),
  );
  await doing('submit', agency, () => inOne((manager) => submitReport(manager, actor, at(2))));
  await doing('accept', agency, () =>
    inOne((manager) =>
      takeStep(manager, actor, { request: { ...at(2), reason: '核对无误' }, name: 'accept' }),
    ),
  );
  await doing('publish', agency, () =>
    inOne((manager) => publishReport(manager, actor, { ...at(2), reason: null })),
  );
}

/** Stored some reports at a time, each time in a transaction of its own. */
async function collection(first) {
  const agencies = Array.from({ length: parts }, (_, index) => `${first}-${index}`);
  for (const agency of agencies) await register(agency);
  await doing('collection', first, async () => {
    const { draft: read, ...file } = fileOf(agencies, `${first}.csv`);
    const pieces = async function* () {
      for (const report of read.reports)
        yield { ...read, kind: 'reports', reports: [report], bytesRead: file.bytes.byteLength };
    };
    const of = { ...options, layout: 'collection' };
    const begun = await inOne((manager) => beginRun(manager, actor, of, file.bytes.byteLength));
    await importCollection(database, actor, {
      begun,
      files: [{ ...file, parts: pieces() }],
      options: of,
      settings: { onProgress: ({ reportsStored }) => say('stored', first, reportsStored) },
    });
  });
}

async function everything() {
  for (let round = 0; ; round += 1) {
    if (round > 0 || begins === 'life') await life(`${name}L${round}`);
    await collection(`${name}C${round}`);
  }
}

async function upgrade() {
  await doing('upgrade', name, () => migrate(database));
  await database.destroy();
}

say('ready');
await (begins === 'upgrade' ? upgrade() : everything());
