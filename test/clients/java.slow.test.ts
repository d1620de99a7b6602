import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { expectFollowed, expectVerified, runClient, sentReport, type Client } from '../support/clients.js';
import { startTestServer, type TestServer } from '../support/server.js';

const program = new URL('../../examples/clients/java/Client.java', import.meta.url).pathname;
const java: Client = {
  command: 'java',
  ...{ follow: [program, 'follow'], push: [program, 'push'], verify: [program, 'verify'] },
};

/** A file is run as it is where there is a compiler, not only what runs compiled programs. */
const hasJava = (process.env['PATH'] ?? '').split(':').some((path) => existsSync(join(path, 'javac')));

let service: TestServer;
let folder: string;
beforeAll(async () => {
  service = await startTestServer();
  for (const [index, code] of ['A', 'B'].entries()) {
    await service.register(code, `${code}市林业局`);
    const headers = { Authorization: `Bearer ${service.token}`, 'Content-Type': 'application/json' };
    const body = sentReport(code, 2024, index + 1);
    expect((await service.fetch('/api/v1/reports', { method: 'POST', headers, body })).status).toBe(200);
  }
});
afterAll(() => service.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.runIf(hasJava)('Java with nothing but its standard library', () => {
  test('pulls a season by the feed, pushes a report, goes on from where it was', () =>
    expectFollowed(service, java, folder));

  test('verifies what nianbao drop signed', () => expectVerified(service, java, folder));

  test('says what the service refused', async () => {
    const ended = await runClient({ ...service, token: 'nb_wrong' }, java.command, [
      ...java.follow,
      join(folder, 'copy'),
    ]);
    expect(ended.failed).toBe(true);
    expect(ended.stderr).toContain('UNAUTHENTICATED');
  });
});
