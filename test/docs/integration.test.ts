import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { runClient, sentReport } from '../support/clients.js';
import { startTestServer } from '../support/server.js';

const root = new URL('../../', import.meta.url);

/** The lines to run of "先试一遍", a text for each block. */
function blocksOf(page: string, heading: string): string[] {
  const [, after = ''] = readFileSync(new URL(page, root), 'utf8').split(`\n## ${heading}\n`);
  const section = after.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, lines = '']) => lines);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('both languages say to run the same', () => {
  const blocks = blocksOf('docs/integration.md', '先试一遍');
  expect(blocks).toHaveLength(6);
  expect(blocksOf('docs/integration.en.md', 'Try it first')).toEqual(blocks);
});

test('what the page says to run does what it says: a year, its changes, a notice, a report', async () => {
  const port = await freePort();
  const [, pull = '', register = '', receive = '', push = ''] = blocksOf(
    'docs/integration.md',
    '先试一遍',
  ).map((block) => block.replaceAll(':9099', `:${port}`).replaceAll(' 9099', ` ${port}`));
  const service = await startTestServer(undefined, {
    webhooks: { targets: [`http://127.0.0.1:${port}/`], pauses: [50, 100, 200, 400], every: 20 },
  });
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  let receiver: ChildProcess | undefined;
  try {
    await service.register('410502', '410502市林业局');
    symlinkSync(join(root.pathname, 'examples'), join(folder, 'examples'));
    const run = async (lines: string) => {
      const answer = await runClient(service, 'sh', ['-ec', `cd ${folder}\n${lines}`]);
      expect(answer, answer.stderr).toMatchObject({ failed: false });
      return answer.stdout;
    };
    const first = await service.fetch('/api/v1/reports', {
      method: 'POST',
      headers: { Authorization: `Bearer ${service.token}`, 'Content-Type': 'application/json' },
      body: sentReport('410502', 2024, 1),
    });
    expect(first.text).toContain('"STORED"');
    expect(pull).toMatch(/^export NIANBAO=\S+ NIANBAO_TOKEN=nb_…\n/);
    const followed = await run(pull.split('\n').slice(1).join('\n'));
    expect(followed.trim().split('\n')).toEqual(['AGENCY_REGISTERED 410502  ', 'VERSION 410502 2024 1']);
    expect(readdirSync(join(folder, 'copy')).sort()).toEqual(['410502-2024.json', 'cursor']);
    expect(readFileSync(join(folder, 'head.txt'), 'utf8')).toMatch(/^x-next-cursor: /im);
    expect(readFileSync(join(folder, '2024.ndjson'), 'utf8')).toMatch(/^\{"agency":.*\}\n$/);

    const [secret = ''] = /whsec_[^"]+/.exec(await run(register)) ?? [];
    const receiving = spawn('sh', ['-c', `exec env ${receive.replace('whsec_…', secret)}`], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    receiver = receiving;
    const lines = createInterface(receiving.stdout)[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe(`waiting at http://127.0.0.1:${port}/`);
    expect((await run(push)).trim().split('\n')).toEqual(['STORED 410502 2024 2', 'VERSION 410502 2024 2']);
    const cursor = readFileSync(join(folder, 'copy/cursor'), 'utf8');
    expect((await lines.next()).value).toMatch(new RegExp(`^[\\w-]+ ${cursor}$`));
  } finally {
    receiver?.kill();
    await service.close();
    rmSync(folder, { recursive: true });
  }
});
