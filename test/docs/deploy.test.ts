import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.js';
import { freePort } from '../support/servers.js';

let service: TestServer;
beforeAll(async () => {
  service = await startTestServer(undefined, { trustProxy: 1 });
});
afterAll(() => service.close());

const read = (file: string) => readFileSync(join('deploy', file), 'utf8');

describe('what watches the service', () => {
  test.each(['prometheus-rules.yml', 'grafana-dashboard.json'])(
    '%s asks for metrics that there are',
    async (file) => {
      await service.graphql('{ agencies { edges { node { code } } } }');
      const { text } = await service.fetch('/metrics');
      const known = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
      const asked = read(file).match(/\b(nianbao|process|nodejs)_\w+/g) ?? [];
      const plain = asked.map((name) => (known.has(name) ? name : name.replace(/_(count|bucket|sum)$/, '')));
      expect(plain.length).toBeGreaterThan(0);
      expect(plain.filter((name) => !known.has(name))).toEqual([]);
    },
  );
});

describe.runIf(existsSync('/usr/sbin/nginx'))('the sample of a proxy', () => {
  test('is one that nginx takes, and serves the pages over TLS', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-nginx-'));
    const [secure, plain] = [await freePort(), await freePort()];
    const named = ['-subj', '/CN=nianbao.example.gov.cn', '-days', '1', '-nodes'];
    const files = ['-keyout', `${folder}/nianbao.key`, '-out', `${folder}/nianbao.crt`];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...named, ...files], { stdio: 'ignore' });
    const sample = read('nginx.conf')
      .replaceAll('/etc/nginx/tls', folder)
      .replace('127.0.0.1:4000', new URL(service.address).host)
      .replace('listen 443 ssl', `listen 127.0.0.1:${secure} ssl`)
      .replace('listen 80', `listen 127.0.0.1:${plain}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
      .join('\n');
    const configuration = join(folder, 'nginx.conf');
    writeFileSync(
      configuration,
      `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/errors;
       events {} http { access_log off; ${temporary} ${sample} }`,
    );
    execFileSync('/usr/sbin/nginx', ['-t', '-c', configuration], { stdio: 'pipe' });
    const nginx = spawn('/usr/sbin/nginx', ['-c', configuration], { stdio: 'ignore' });
    const ended = new Promise((resolve) => nginx.once('close', resolve));
    const get = (path: string, headers = {}) =>
      new Promise<{ status: number; headers: object }>((answered, failed) => {
        const asked = { host: '127.0.0.1', port: secure, path, headers, rejectUnauthorized: false };
        request(asked, (response) => {
          response
            .resume()
            .on('end', () => answered({ status: response.statusCode ?? 0, headers: response.headers }));
        })
          .on('error', failed)
          .end();
      });
    await vi.waitFor(() => get('/healthz'), { timeout: 10_000 });
    expect(await get('/')).toMatchObject({
      status: 200,
      headers: { 'strict-transport-security': 'max-age=31536000' },
    });
    expect((await get('/readyz')).status).toBe(200);
    const moved = await fetch(`http://127.0.0.1:${plain}/desk`, { redirect: 'manual' });
    expect(moved.headers.get('location')).toMatch(/^https:\/\/[^/]*\/desk$/);
    nginx.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
});
