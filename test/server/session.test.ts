import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { sessionLimits } from '../../src/filing/people/sessions.js';
import { signInLimits } from '../../src/words/signInLimits.js';
import { at, json, startTestServer, type Answer, type TestServer } from '../support/server.js';
import { browserOf, openAccount, signInAs, tryToSignIn, type Browser } from '../support/people.js';
import { startService } from '../../src/server/startService.js';
import { filingIn } from '../support/filing.js';

let service: TestServer;
const own = 'Zhengwu-2026';
let first: string;
let wang: Browser;

beforeAll(async () => {
  service = await startTestServer();
  const filing = filingIn(service.database);
  await filing.register('A', '甲局');
  await filing.register('B', '乙局');
  first = await openAccount(
    service,
    'wang',
    [
      { role: Role.FILER, agency: 'A' },
      { role: Role.REVIEWER, agency: 'B' },
    ],
    { displayName: '王小明' },
  );
});
afterAll(() => service.close());

const who =
  '{ viewer { name displayName signedIn role agency { code } offices { key role code current } lastSignIn lastSignInFrom } }';
const ask = (browser: Browser, query = who) => browser.send('POST', '/graphql', { query });
const code = (answer: Answer) => at(json(answer), 'code');
const failures = (name: string) => tryToSignIn(service, name, '不对的密码');

describe('signing in', () => {
  test('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await tryToSignIn(service, 'ＷＡＮＧ', first);
    expect(answer.status).toBe(200);
    expect(json(answer)).toEqual({
      ...{ name: 'wang', displayName: '王小明', role: 'FILER', agency: 'A', passwordChangeRequired: true },
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^nianbao_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const [row] = await service.database.query<{ hash: string }[]>('SELECT hash FROM session');
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(cookie).not.toContain(row?.hash);
  });

  test('with a first password opens nothing but its change', async () => {
    wang = browserOf(service, await tryToSignIn(service, 'wang', first));
    for (const answer of [await ask(wang), await wang.fetch('/agencies.csv')]) {
      expect(answer.status).toBe(403);
      expect(code(answer)).toBe('PASSWORD_CHANGE_REQUIRED');
    }
    const change = (old: string, wanted: string) =>
      wang.send('PUT', '/session/password', { old, new: wanted });
    expect(code(await change(`${first}x`, own))).toBe('PASSWORD_WRONG');
    expect(code(await change(first, first))).toBe('PASSWORD_WEAK');
    for (const [weak, why] of [
      ['Ab1-x', '至少 8 个字符'],
      ['abcdefgh1', '至少有三种'],
      ['Wang-2026', '不含账号和姓名'],
      ['王小明-Ab2026', '不含账号和姓名'],
    ] as const) {
      const answer = await change(first, weak);
      expect([answer.status, code(answer)]).toEqual([400, 'PASSWORD_WEAK']);
      expect(answer.text).toContain(why);
    }
    expect((await change(first, own)).status).toBe(204);
    expect((await ask(wang)).status).toBe(200);
    expect((await tryToSignIn(service, 'wang', first)).status).toBe(401);
  });

  test('tells who one is, where one acts, and the sign-in before', async () => {
    const answer = await signInAs(service, 'wang', own, own);
    expect(at(json(await ask(answer)), 'data', 'viewer')).toMatchObject({
      ...{ name: 'wang', displayName: '王小明', signedIn: true, role: 'FILER', agency: { code: 'A' } },
      offices: [
        { role: 'FILER', code: 'A', current: true },
        { role: 'REVIEWER', code: 'B', current: false },
      ],
      lastSignIn: expect.stringMatching(/^20/),
      lastSignInFrom: '127.0.0.1',
    });
  });

  test('acts for the office that is chosen, and for no other', async () => {
    const browser = await signInAs(service, 'wang', own, own);
    const offices = at(json(await ask(browser)), 'data', 'viewer', 'offices');
    const office = String(at(offices, 1, 'key'));
    expect((await browser.send('PUT', '/session/office', { office })).status).toBe(204);
    expect(at(json(await ask(browser)), 'data', 'viewer')).toMatchObject({
      role: 'REVIEWER',
      agency: { code: 'B' },
    });
    expect(code(await browser.send('PUT', '/session/office', { office: 'x' }))).toBe('OFFICE_UNKNOWN');
    // Another session of the same person acts for the office it acted for.
    expect(at(json(await ask(wang)), 'data', 'viewer')).toMatchObject({
      role: 'FILER',
      agency: { code: 'A' },
    });
  });

  test('says the same for a wrong name and a wrong password', async () => {
    const [wrongName, wrongPassword] = [await failures('nobody'), await failures('wang')];
    const plain = (answer: Answer) => ({ ...(json(answer) as object), requestId: '' });
    expect([wrongName.status, code(wrongName)]).toEqual([401, 'SIGN_IN_REFUSED']);
    expect(wrongPassword.status).toBe(401);
    expect(plain(wrongPassword)).toEqual(plain(wrongName));
    expect(wrongName.headers.get('set-cookie')).toBeNull();
  });

  test.each([
    {},
    { name: 'wang' },
    { name: 'wang', password: 7 },
    [],
    'wang',
    { name: ['wang'], password: {} },
  ])('refuses %j', async (body) => {
    const answer = await service.fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([answer.status, code(answer)]).toEqual([400, 'INVALID_REQUEST']);
  });
});

describe('guessing', () => {
  test('locks the name for a while after five failures, the right password included', async () => {
    const password = await openAccount(service, 'locked');
    for (let count = 0; count < signInLimits.name.failures; count += 1)
      expect((await failures('LOCKED')).status).toBe(401);
    const answer = await tryToSignIn(service, 'locked', password);
    expect([answer.status, code(answer)]).toEqual([429, 'SIGN_IN_LOCKED']);
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(600);
    expect(seconds).toBeLessThanOrEqual(900);
    await passes(signInLimits.name.milliseconds);
    expect((await tryToSignIn(service, 'locked', password)).status).toBe(200);
  });

  test('a name that nobody has locks alike', async () => {
    for (let count = 0; count < signInLimits.name.failures; count += 1) await failures('ghost');
    expect((await failures('ghost')).status).toBe(429);
  });

  test('all at once is no better than one by one', async () => {
    await openAccount(service, 'rushed');
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await failures('rushed')).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(signInLimits.name.failures);
  });

  test('from one address at many names is limited too', async () => {
    await service.database.query('DELETE FROM sign_in_attempts');
    await failures('somebody');
    const { failures: most } = signInLimits.address;
    await service.database.query('UPDATE sign_in_attempts SET count = $1', [most]);
    const answer = await failures('somebody else');
    expect([answer.status, code(answer)]).toEqual([429, 'SIGN_IN_LOCKED']);
    await service.database.query('DELETE FROM sign_in_attempts');
  });

  test('what failed stands in the audit trail, without what was typed', async () => {
    await failures('Mima-12345');
    const rows = await service.database.query<{ action: string; actor: string; details: object }[]>(
      `SELECT action, actor, details FROM audit_entry WHERE action LIKE 'SIGN%'`,
    );
    expect(rows).toContainEqual({
      action: 'SIGN_IN_LOCKED',
      actor: '未登录',
      details: { account: 'locked', closed: false },
    });
    expect(rows).toContainEqual({
      action: 'SIGNED_IN',
      actor: '王小明（wang）',
      details: { account: 'wang', means: 'password' },
    });
    expect(JSON.stringify(rows)).not.toContain('Mima-12345');
  });
});

/** As if so much time had passed. */
async function passes(milliseconds: number): Promise<void> {
  const shift = `- make_interval(secs => ${milliseconds / 1000})`;
  await service.database.query(`UPDATE sign_in_attempts SET since = since ${shift}`);
  await service.database.query(
    `UPDATE session SET seen_at = seen_at ${shift}, started_at = started_at ${shift}`,
  );
}

describe('a session', () => {
  test('ends when one signs out, and its cookie opens nothing any more', async () => {
    const browser = await signInAs(service, 'wang', own, own);
    const out = await browser.send('DELETE', '/session');
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(
      /^nianbao_session=; Max-Age=0; Path=\/;|^nianbao_session=;.*Expires=Thu, 01 Jan 1970/,
    );
    expect((await ask(browser)).status).toBe(401);
    expect((await browser.send('DELETE', '/session')).status).toBe(204);
  });

  test('ends when nothing is done', async () => {
    const browser = await signInAs(service, 'wang', own, own);
    await passes(sessionLimits.idleMilliseconds - 60_000);
    expect((await ask(browser)).status).toBe(200);
    await passes(sessionLimits.idleMilliseconds - 60_000);
    expect((await ask(browser)).status).toBe(200);
    await passes(sessionLimits.idleMilliseconds);
    expect((await ask(browser)).status).toBe(401);
  });

  test('ends after a working day, whatever is done', async () => {
    const browser = await signInAs(service, 'wang', own, own);
    await service.database.query(`UPDATE session SET started_at = started_at - interval '12 hours'`);
    expect((await ask(browser)).status).toBe(401);
  });

  test('that somebody made up, or fixed before, is none', async () => {
    const fixed = 'x'.repeat(43);
    for (const cookie of [fixed, 'x', '', '%00', `${fixed}; nianbao_session=y`]) {
      const answer = await service.fetch('/agencies.csv', {
        headers: { Cookie: `nianbao_session=${cookie}` },
      });
      expect(answer.status, cookie).toBe(401);
    }
    const answer = await service.fetch('/session', {
      method: 'POST',
      headers: {
        ...{ Origin: service.address, 'Content-Type': 'application/json' },
        Cookie: `nianbao_session=${fixed}`,
      },
      body: JSON.stringify({ name: 'wang', password: own }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).not.toContain(fixed);
    const after = await service.fetch('/agencies.csv', { headers: { Cookie: `nianbao_session=${fixed}` } });
    expect(after.status).toBe(401);
  });

  test('of somebody else on the same machine ends with the next to sign in', async () => {
    const before = await signInAs(service, 'wang', own, own);
    await before.send('POST', '/session', { name: 'wang', password: own });
    expect((await ask(before)).status).toBe(401);
  });

  test('ends everywhere else when the password is changed', async () => {
    const [here, there] = [
      await signInAs(service, 'wang', own, own),
      await signInAs(service, 'wang', own, own),
    ];
    await here.send('PUT', '/session/password', { old: own, new: 'Guonian-2027' });
    expect([(await ask(here)).status, (await ask(there)).status]).toEqual([200, 401]);
    await here.send('PUT', '/session/password', { old: 'Guonian-2027', new: own });
  });

  test('is Secure when a proxy that is trusted says the request came by TLS', async () => {
    const settings = { host: '127.0.0.1', port: 0, logLevel: 'silent', requestsPerMinute: 0 };
    const request = {
      method: 'POST' as const,
      url: '/session',
      payload: { name: 'wang', password: own },
      headers: { 'x-forwarded-proto': 'https' },
    };
    const behind = await startService(service.database, { ...settings, trustProxy: true });
    const trusted = await behind.server.inject(request);
    await behind.close();
    expect(trusted.headers['set-cookie']).toContain('; Secure');
    const plain = await service.server.inject(request);
    expect(plain.headers['set-cookie']).not.toContain('Secure');
  });
});

describe('a request from a page of another site', () => {
  const forged = async (
    headers: Record<string, string>,
    body: string | FormData = '{}',
    path = '/graphql',
  ) => {
    const browser = await signInAs(service, 'wang', own, own);
    return service.fetch(path, { method: 'POST', headers: { ...headers, Cookie: browser.cookie }, body });
  };
  const json = { 'Content-Type': 'application/json' };

  test.each([
    ['of another host', { Origin: 'http://evil.example', ...json }],
    ['of another port', { Origin: 'http://127.0.0.1:1', ...json }],
    ['that does not say where from', json],
    ['from a sandbox', { Origin: 'null', ...json }],
  ])('%s is refused', async (_words, headers) => {
    const answer = await forged(headers);
    expect([answer.status, code(answer)]).toEqual([403, 'CROSS_SITE']);
  });

  test('that is a form is refused, except where files are sent to', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await forged({ Origin: service.address, 'Content-Type': type }, 'x=1');
      expect([answer.status, code(answer)], type).toEqual([403, 'CROSS_SITE']);
    }
    const form = new FormData();
    form.append('files', new Blob(['x']), '年报.csv');
    expect((await forged({ Origin: 'http://evil.example' }, form, '/imports')).status).toBe(403);
    const upload = await forged({ Origin: service.address }, form, '/imports');
    expect(code(upload)).not.toBe('CROSS_SITE');
  });

  test('cannot sign anybody in', async () => {
    const answer = await service.fetch('/session', {
      method: 'POST',
      headers: { Origin: 'http://evil.example', ...json },
      body: JSON.stringify({ name: 'wang', password: own }),
    });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });

  test('a token needs no Origin', async () => {
    expect(await service.graphql('{ viewer { name signedIn role } }')).toEqual({
      data: { viewer: { name: '测试', signedIn: false, role: 'ADMINISTRATOR' } },
    });
  });
});
