import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generate } from '@graphql-codegen/cli';
import ts from 'typescript';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import config from '../../examples/clients/node/codegen.js';
import { webhookHeaders } from '../../src/filing/deliveries/webhookHeaders.js';
import { expectFollowed, expectVerified, runClient, sentReport, type Client } from '../support/clients.js';
import { startTestServer, type TestServer } from '../support/server.js';

const root = new URL('../../', import.meta.url).pathname;
const clients = join(root, 'examples/clients');
/** Below the project, so that packages are found. */
const compiled = join(root, 'node_modules/.cache/nianbao/client');

const script = (command: string, folder: string, ending: string): Client => ({
  command,
  follow: [join(clients, folder, `follow.${ending}`)],
  push: [join(clients, folder, `push.${ending}`)],
  verify: [join(clients, folder, `verify.${ending}`)],
});

const python = script('/usr/bin/python3', 'python', 'py');
const curl = script('sh', 'curl', 'sh');
const node: Client = {
  command: process.execPath,
  ...{ follow: [join(compiled, 'client.js'), 'follow'], push: [join(compiled, 'client.js'), 'push'] },
  verify: [join(compiled, 'client.js'), 'verify'],
};

let service: TestServer;
let folder: string;

beforeAll(async () => {
  service = await startTestServer();
  for (const code of ['A', 'B']) await service.register(code, `${code}市林业局`);
  const lines = `${sentReport('A', 2024, 1)}\n${sentReport('B', 2024, 2)}\n`;
  const pushed = await runClient(service, 'sh', curl.push, lines);
  expect(pushed.stdout.match(/"status":"STORED"/g)).toHaveLength(2);
  compile('client.ts');
  compile('generated/graphql.ts');
});
afterAll(() => service.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function compile(name: string): void {
  const source = readFileSync(join(clients, 'node', name), 'utf8');
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const file = join(compiled, name.replace(/ts$/, 'js'));
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(join(compiled, 'package.json'), '{ "type": "module" }');
  writeFileSync(file, ts.transpileModule(source, { compilerOptions: options }).outputText);
}

describe.each([
  ['Python', python],
  ['Node', node],
])('%s', (_name, client) => {
  test('pulls a season by the feed, pushes a report, goes on from where it was', () =>
    expectFollowed(service, client, folder));

  test('verifies what nianbao drop signed', () => expectVerified(service, client, folder));
});

describe('curl', () => {
  test('pulls a season by the feed, pushes a report, goes on from where it was', async () => {
    const pushOne = join(folder, 'push.sh');
    writeFileSync(pushOne, `exec sh ${curl.push.join(' ')} < "$1"\n`);
    await expectFollowed(service, { ...curl, push: [pushOne] }, folder);
  });

  test.each(['ed25519', 'sm2'] as const)('verifies what nianbao drop signed by %s', (algorithm) =>
    expectVerified(service, curl, folder, algorithm),
  );
});

test('a receiver takes a notice that is signed and of now, and no other', async () => {
  const key = Buffer.alloc(24, 7).toString('base64');
  const receiver = spawn('/usr/bin/python3', [join(clients, 'python/receive.py'), '0'], {
    env: { ...process.env, NIANBAO_WEBHOOK_SECRET: `whsec_${key}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface(receiver.stdout)[Symbol.asyncIterator]();
    const address = String((await lines.next()).value).replace('waiting at ', '');
    const body = '{"cursor":"WzEyXQ"}';
    const send = async (sent: string, headers: Readonly<Record<string, string>>) =>
      (await fetch(address, { method: 'POST', body: sent, headers })).status;
    const now = new Date();
    const signed = webhookHeaders('n1', now, body, key);
    expect(await send('{"cursor":"WzEzXQ"}', signed)).toBe(401);
    expect(await send(body, { ...signed, 'webhook-id': 'n2' })).toBe(401);
    expect(await send(body, webhookHeaders('n1', now, body, Buffer.alloc(24, 8).toString('base64')))).toBe(
      401,
    );
    expect(await send(body, webhookHeaders('n1', new Date(now.getTime() - 3_600_000), body, key))).toBe(401);
    expect(await send(body, {})).toBe(401);
    expect(await send(body, signed)).toBe(204);
    expect((await lines.next()).value).toBe('n1 WzEyXQ');
  } finally {
    receiver.kill();
  }
});

test('a report that is refused says why, and the client fails', async () => {
  const file = join(folder, 'report.json');
  writeFileSync(file, sentReport('Z', 2024, 1));
  for (const { command, push } of [python, node]) {
    const ended = await runClient(service, command, [...push, file]);
    expect(ended.failed).toBe(true);
    expect(ended.stderr).toContain('AGENCY_UNKNOWN');
  }
});

test('the types of the Node client are what the schema gives', async () => {
  const files = await generate({ ...config, cwd: root, silent: true, noSilentErrors: true }, false);
  expect(files).toHaveLength(1);
  for (const { filename, content } of files)
    expect(content.trim()).toBe(readFileSync(join(root, filename), 'utf8').trim());
});
