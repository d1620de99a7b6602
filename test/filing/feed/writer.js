// Eight people correct reports at once, in a process of its own: node writer.js URL NAME COUNT CODE…
import { openDatabase } from '../../../dist/src/database/dataSource.js';
import { operator } from '../../../dist/src/filing/access/actor.js';
import { correctCells } from '../../../dist/src/filing/correcting/correctCells.js';
import { loadReport } from '../../../dist/src/filing/reports/loadReport.js';
import { Refusal } from '../../../dist/src/filing/refusal.js';

const [url, name, count, ...codes] = process.argv.slice(2);
const pooler = process.env['NIANBAO_PGBOUNCER'] === 'true';
const database = await openDatabase({ url, server: { pooler } });
const key = 'requests.received.naturalPerson';

async function correct(person, round) {
  const agency = codes[(person * 7 + round) % codes.length];
  const { version } = await loadReport(database.manager, agency, 2024, 'head');
  const changes = [{ key, value: String(1000 * person + round + (name === 'B' ? 500 : 0)) }];
  try {
    await database.transaction(async (manager) => {
      await correctCells(manager, operator(`${name}${person}`), {
        ...{ agency, year: 2024, expectedVersion: version, changes, reason: '核对原始台账', preview: false },
      });
      // Some think better of it at the last moment.
      if ((person + round) % 5 === 0) throw new Refusal('NOTHING_CHANGED', '作罢');
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

await Promise.all(
  Array.from({ length: 8 }, async (_, person) => {
    for (let round = 0; round < Number(count); round += 1) await correct(person, round);
  }),
);
await database.destroy();
