import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { form2021 } from '../../src/forms/2021.js';
import { shownValues, validValues } from '../support/drafts.js';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;
let folder: string;
beforeAll(async () => {
  service = await startTestServer();
  for (const code of ['A', 'B']) await service.register(code, `${code}市林业局`);
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await service.close();
});

function run(command: string, given: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NIANBAO: service.address, NIANBAO_TOKEN: service.token };
    const child = execFile(command, given, { env }, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr || error.message));
      else resolve(stdout);
    });
    child.stdin?.end(input);
  });
}

const line = (agency: string, seed: number) =>
  JSON.stringify({
    form: '2021',
    year: 2024,
    agency,
    cells: shownValues(form2021, validValues(form2021, seed)),
  });

test('curl pushes reports, Python follows them by the feed and goes on from where it was', async () => {
  const pushed = await run(
    'sh',
    ['examples/clients/push.sh'],
    `${line('A市林业局', 1)}\n${line('B市林业局', 2)}\n`,
  );
  const results = pushed
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each) as Json);
  expect(results).toMatchObject([
    { agency: 'A', status: 'STORED' },
    { agency: 'B', status: 'STORED' },
  ]);
  const first = await run('/usr/bin/python3', ['examples/clients/follow.py', folder]);
  expect(
    first
      .trim()
      .split('\n')
      .map((each) => each.trim()),
  ).toEqual(['AGENCY_REGISTERED A', 'AGENCY_REGISTERED B', 'VERSION A 2024 1', 'VERSION B 2024 1']);
  await run('sh', ['examples/clients/push.sh'], line('A市林业局', 3));
  expect((await run('/usr/bin/python3', ['examples/clients/follow.py', folder])).trim()).toBe(
    'VERSION A 2024 2',
  );
  expect(await run('/usr/bin/python3', ['examples/clients/follow.py', folder])).toBe('');
  const copy = JSON.parse(readFileSync(join(folder, 'A-2024.json'), 'utf8')) as Json;
  expect(copy).toEqual(json(await service.fetch('/api/v1/reports/A/2024.json')));
  expect(at(copy, 'version')).toBe(2);
});
