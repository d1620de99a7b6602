import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  hasServers,
  removeFolder,
  serversFolder,
  startPooler,
  startPrimary,
  type PostgresServer,
} from '../support/servers.js';

/** A season from its tree to its publication, and what leans on transactions, locks and dates. */
const tests = [
  'test/season/season.test.ts',
  'test/filing/importing',
  'test/filing/audit',
  'test/filing/verifying',
  'test/filing/feed',
  'test/filing/correcting',
  'test/filing/workflow',
  'test/filing/concurrency.test.ts',
];

describe.skipIf(!hasServers)('behind PgBouncer in transaction mode', { timeout: 900_000 }, () => {
  let folder: string;
  let primary: PostgresServer;
  let pooler: { port: number; stop: () => void };

  beforeAll(async () => {
    folder = serversFolder();
    primary = await startPrimary(folder);
    const url = new URL(`postgres://nianbao@127.0.0.1:${primary.port}/postgres`);
    pooler = await startPooler(folder, url, 10);
  }, 120_000);
  afterAll(() => {
    pooler.stop();
    primary.kill();
    removeFolder(folder);
  });

  test('a season, imports, corrections, the audit trail and the feed', async () => {
    const report = join(folder, 'report.json');
    const { code, output } = await run([
      ...['vitest', 'run', ...tests, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ]);
    expect(code, output.slice(-6_000)).toBe(0);
    const { numPassedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number };
    console.log(`${numPassedTests} tests passed behind PgBouncer`);
    expect(numPassedTests).toBeGreaterThan(100);
  });

  function run(args: readonly string[]): Promise<{ code: number | null; output: string }> {
    // A worker of the tests tells its children that they are workers, too.
    const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$)/.test(name));
    const child = spawn('npx', args, {
      env: {
        ...Object.fromEntries(inherited),
        TEST_DATABASE_URL: `postgres://nianbao@127.0.0.1:${pooler.port}/postgres`,
        NIANBAO_PGBOUNCER: 'true',
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    return new Promise((ended, failed) => {
      child.on('error', failed);
      child.on('close', (code) => ended({ code, output }));
    });
  }
});
