import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { startService, type Service } from '../../src/server/startService.js';
import { openAccount } from '../support/people.js';
import {
  client,
  signInThere,
  startOpenIdProvider,
  Wanderer,
  type OpenIdProvider,
} from '../support/openIdProvider.js';
import { at, startTestServer, type Json, type TestServer } from '../support/server.js';

let plain: TestServer;
let provider: OpenIdProvider;
let service: Service;
let callback: string;

beforeAll(async () => {
  plain = await startTestServer();
  provider = await startOpenIdProvider();
  service = await startService(plain.database, {
    ...{ host: '127.0.0.1', port: 0, logLevel: 'silent', requestsPerMinute: 0, trustProxy: false },
    oidc: { issuer: provider.issuer, ...client, callback: null },
  });
  callback = `${service.address}/session/oidc/callback`;
  provider.serve(callback);
  await openAccount(plain, 'sun', [{ role: Role.AUDITOR, agency: null }], { displayName: '孙七' });
  await bind('sun', 'subject-of-sun');
});
afterAll(async () => {
  await service.close();
  await provider.close();
  await plain.close();
});

async function bind(name: string, subject: string, issuer = provider.issuer): Promise<Json | undefined> {
  const answer = await plain.graphql(
    `mutation ($name: String!, $issuer: String!, $subject: String!) {
      personBind(name: $name, issuer: $issuer, subject: $subject) { person { name } userErrors { code } } }`,
    { name, issuer, subject },
  );
  return at(answer, 'data', 'personBind', 'userErrors');
}

const start = () => `${service.address}/session/oidc`;

async function viewer(browser: Wanderer): Promise<Json> {
  const answer = await fetch(`${service.address}/graphql`, {
    method: 'POST',
    headers: {
      ...{ Cookie: browser.cookie('nianbao_session') ?? '', Origin: service.address },
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ query: '{ viewer { name role signedIn } }' }),
  });
  return (await answer.json()) as Json;
}

describe('by way of an OpenID provider', () => {
  test('whoever is bound signs in, the first password notwithstanding', async () => {
    const browser = new Wanderer();
    const back = await signInThere(browser, start(), 'subject-of-sun', callback);
    const answer = await browser.go(back);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(answer.headers.getSetCookie().find((line) => line.startsWith('nianbao_session='))).toMatch(
      /Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(at(await viewer(browser), 'data', 'viewer')).toEqual({
      name: 'sun',
      role: 'AUDITOR',
      signedIn: true,
    });
    const [entry] = await plain.database.query<object[]>(
      `SELECT actor, details FROM audit_entry WHERE action = 'SIGNED_IN'`,
    );
    expect(entry).toEqual({ actor: '孙七（sun）', details: { account: 'sun', means: 'oidc' } });
    // The address that was come back to is good once.
    expect((await browser.go(back)).status).toBe(401);
  });

  test('sends the browser there with a challenge, and remembers it in a cookie of its own', async () => {
    const browser = new Wanderer();
    const answer = await browser.go(start());
    const there = new URL(answer.headers.get('location') ?? '');
    expect([answer.status, there.origin]).toEqual([303, provider.issuer]);
    expect(there.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(there.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^nianbao_oidc=[\w-]{43}; Max-Age=600; Path=\/session\/oidc; HttpOnly; SameSite=Lax$/,
    );
  });

  test('whoever is not bound is told who she is there, and what to do', async () => {
    const browser = new Wanderer();
    const answer = await browser.go(await signInThere(browser, start(), '<b>stranger</b>', callback));
    const page = await answer.text();
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('&lt;b&gt;stranger&lt;/b&gt;');
    expect(page).toContain(provider.issuer);
    expect(browser.cookie('nianbao_session')).toBeUndefined();
  });

  test('a subject of another issuer is somebody else', async () => {
    await openAccount(plain, 'zhou');
    expect(await bind('zhou', 'subject-of-zhou', 'https://other.example')).toEqual([]);
    const browser = new Wanderer();
    const back = await signInThere(browser, start(), 'subject-of-zhou', callback);
    expect((await browser.go(back)).status).toBe(401);
    expect(await bind('zhou', 'subject-of-sun')).toMatchObject([{ code: 'IDENTITY_REFUSED' }]);
  });

  test('an answer that was meant for another browser signs nobody in', async () => {
    const [mine, other] = [new Wanderer(), new Wanderer()];
    const back = await signInThere(mine, start(), 'subject-of-sun', callback);
    expect((await other.go(back)).status).toBe(401);
    await other.go(start());
    expect((await other.go(back)).status).toBe(401);
    expect(other.cookie('nianbao_session')).toBeUndefined();
    expect((await mine.go(back)).status).toBe(303);
  });

  test('a closed account is closed this way too', async () => {
    await openAccount(plain, 'gone');
    await bind('gone', 'subject-of-gone');
    await plain.graphql('mutation { personClose(name: "gone", reason: "调离") { userErrors { code } } }');
    const browser = new Wanderer();
    expect((await browser.go(await signInThere(browser, start(), 'subject-of-gone', callback))).status).toBe(
      401,
    );
  });

  test('is not there where the operator has no provider', async () => {
    expect((await plain.fetch('/session/oidc')).status).toBe(404);
    expect((await plain.fetch('/session', { headers: {} })).text).toBe('{"oidc":false}');
    expect(await (await fetch(`${service.address}/session`)).json()).toEqual({ oidc: true });
  });
});
