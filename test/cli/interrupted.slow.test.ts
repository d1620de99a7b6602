import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/dataSource.js';
import { operator } from '../../src/filing/access/actor.js';
import { loadImportRun } from '../../src/filing/importing/imports.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { nianbao, startNianbao } from '../support/commandLine.js';
import { wideCsv, type TableReport } from '../support/tables.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-interrupted-'));
const file = (name: string) => join(folder, name);
const environment = { NIANBAO_DATA: file('data'), LOG_LEVEL: 'warn' };
const agencies = Array.from({ length: 200 }, (_, index) => `K${index}`);
const batch = 100;

beforeAll(async () => {
  const lines = agencies.map((code) => `${code},${code}局\r\n`);
  writeFileSync(file('agencies.csv'), `代码,名称\r\n${lines.join('')}`);
  expect((await nianbao(['agencies', 'import', file('agencies.csv')], environment)).code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** 1,000 reports behind one that is refused: when that is told the first batch is stored. */
function writeTable(name: string, years: readonly number[], seed: number): string {
  const reports = years.flatMap((year) => agencies.map((code): TableReport => ({ code, year, seed })));
  writeFileSync(file(name), wideCsv([{ code: 'X1', year: years[0]! }, ...reports]));
  return file(name);
}

/** Everything the database knows about the last run, now and after a minute. */
async function lastRun(years: readonly number[]) {
  const database = await openDatabase({ folder: file('data') });
  try {
    const { manager } = database;
    const count = async (sql: string, parameters: unknown[]) =>
      (await manager.query<{ count: number }[]>(`SELECT count(*)::int AS count ${sql}`, parameters))[0]!
        .count;
    const [{ id }] = await manager.query<[{ id: string }]>(
      'SELECT id FROM import_run ORDER BY at DESC LIMIT 1',
    );
    const statusNow = async () => (await loadImportRun(manager, operator('测试'), id))?.run;
    const run = (await statusNow())!;
    await manager.query(`UPDATE import_run SET seen_at = seen_at - interval '1 minute' WHERE id = $1`, [id]);
    return {
      run,
      statusLater: (await statusNow())?.status,
      told: await count('FROM import_report JOIN import_file f ON f.id = file_id WHERE f.run_id = $1', [id]),
      reports: await count('FROM report WHERE year = ANY($1::int[])', [years]),
      broken: await verifyAudit(manager, {}),
    };
  } finally {
    await database.destroy();
  }
}

async function interrupt(table: string, signal: NodeJS.Signals): Promise<number | null> {
  const running = startNianbao(['import', '--layout', 'collection', table], environment);
  await running.printed('X1，');
  return running.stop(signal);
}

test.each([
  ['SIGINT', 'CANCELLED', 'CANCELLED', 1, [2021, 2022, 2023, 2024, 2025]],
  ['SIGKILL', 'RUNNING', 'FAILED', null, [2026, 2027, 2028, 2029, 2030]],
] as const)(
  '%s leaves whole batches and a run that is %s, and %s after a minute',
  async (signal, now, later, code, years) => {
    const table = writeTable(`${signal}.csv`, years, 1);
    expect(await interrupt(table, signal)).toBe(code);
    const { run, statusLater, told, reports, broken } = await lastRun(years);
    expect([run.status, statusLater]).toEqual([now, later]);
    expect(run.reportsRead).toBeGreaterThanOrEqual(batch);
    expect(run.reportsRead).toBeLessThan(5 * agencies.length + 1);
    expect(run.reportsRead % batch).toBe(0);
    expect([told, run.reportsStored, reports]).toEqual([
      run.reportsRead,
      run.reportsRead - 1,
      run.reportsRead - 1,
    ]);
    expect(broken).toEqual([]);

    const again = await nianbao(['import', '--layout', 'collection', table], environment);
    const rest = 5 * agencies.length - reports;
    expect(again.stdout).toContain(`共 1001 份报告：存入 ${rest} 份，没有改动 ${reports} 份，拒绝 1 份`);
  },
);
