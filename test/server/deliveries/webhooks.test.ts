import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { form2021 } from '../../../src/forms/2021.js';
import { listChanges } from '../../../src/filing/feed/listChanges.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { actor, filingIn, type Filing } from '../../support/filing.js';
import { registerBelow } from '../../support/registerBelow.js';
import { at, startTestServer, type Json, type TestServer } from '../../support/server.js';

interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let service: TestServer;
let filing: Filing;
let receiver: Server;
let base: string;
let received: Received[];
let answers: { status: number; body: string; location?: string }[];
const arrived: (() => void)[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      received.push({ path, headers, body: Buffer.concat(chunks).toString() });
      const { status, body, location } = answers.shift() ?? { status: 204, body: '' };
      response.writeHead(status, location === undefined ? {} : { location }).end(body);
      for (const tell of arrived.splice(0)) tell();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  service = await startTestServer(undefined, {
    webhooks: { targets: [`${base}/hooks`], pauses: [20, 40], every: 20 },
  });
  filing = filingIn(service.database);
  const above = await filing.register('P', '甲市人民政府');
  await registerBelow(service.database, above, 'Q');
  await filing.register('R', '乙市水利局');
});
afterAll(async () => {
  await service.close();
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(() => {
  received = [];
  answers = [];
});

async function until<Value>(read: () => Promise<Value | undefined> | Value | undefined): Promise<Value> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error('it did not come');
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 30);
      arrived.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

const arrival = (count: number) => until(() => received[count - 1]);

async function register(path: string, more = ''): Promise<{ id: string; secret: string }> {
  const answer = await service.graphql(
    `mutation ($url: String!) { webhookRegister(url: $url${more}) { secret webhook { id } userErrors { code message } } }`,
    { url: base + path },
  );
  const payload = at(answer, 'data', 'webhookRegister');
  expect(at(payload, 'userErrors')).toEqual([]);
  return { id: String(at(payload, 'webhook', 'id')), secret: String(at(payload, 'secret')) };
}

const remove = (id: string) =>
  service.graphql(`mutation { webhookRemove(id: "${id}", reason: "不再需要") { userErrors { code } } }`);

const deliveriesOf = async (id: string): Promise<Json> =>
  at(
    await service.graphql(
      `query ($id: ID!) { deliveries(filter: { webhook: $id }) { nodes {
        id channel state cursor target receipt agency { code } attempts { number status answer } } } }`,
      { id },
    ),
    'data',
    'deliveries',
    'nodes',
  ) ?? null;

const settled = (id: string, state: string) =>
  until(async () => {
    const deliveries = await deliveriesOf(id);
    return at(deliveries, 0, 'state') === state ? deliveries : undefined;
  });

let year = 2000;
const importOne = (agency: string) =>
  filing.importDrafts([draftOf(form2021, validValues(form2021, 1), { year: (year += 1), agency })]);

const newest = async () =>
  (await listChanges(service.database.manager, actor, { first: 200 })).items.at(-1)?.cursor;

test('a receiver is told the cursor alone, signed as the Standard Webhooks say; the log has its answer', async () => {
  const { id, secret } = await register('/hooks/a');
  answers.push({ status: 200, body: '收到' });
  await importOne('R');
  const { body, headers, path } = await arrival(1);
  expect(path).toBe('/hooks/a');
  expect(JSON.parse(body)).toEqual({ cursor: await newest() });
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  expect(new Verifier(secret).verify(body, given)).toEqual(JSON.parse(body));
  expect(() => new Verifier(secret).verify(`${body} `, given)).toThrow();
  expect(() => new Verifier(`whsec_${'A'.repeat(44)}`).verify(body, given)).toThrow();
  expect(await settled(id, 'DELIVERED')).toEqual([
    {
      id: headers['webhook-id'],
      channel: 'WEBHOOK',
      state: 'DELIVERED',
      cursor: JSON.parse(body).cursor,
      target: `${base}/hooks/a`,
      receipt: '收到',
      agency: null,
      attempts: [{ number: 1, status: 200, answer: '收到' }],
    },
  ]);
  await remove(id);
});

test('what fails is tried again under the same number, then given up; people see it and have it repeated', async () => {
  const { id } = await register('/hooks/b');
  answers.push(
    { status: 500, body: '维护中' },
    { status: 302, body: '', location: `${base}/elsewhere` },
    { status: 503, body: 'x'.repeat(5000) },
  );
  await importOne('R');
  const failed = await settled(id, 'FAILED');
  expect(received.map(({ path }) => path)).toEqual(['/hooks/b', '/hooks/b', '/hooks/b']);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(at(failed, 0, 'attempts')).toEqual([
    { number: 1, status: 500, answer: '维护中' },
    { number: 2, status: 302, answer: '' },
    { number: 3, status: 503, answer: 'x'.repeat(500) },
  ]);
  const repeated = await service.graphql(
    `mutation ($id: ID!) { deliveryRepeat(id: $id) { delivery { state } userErrors { code } } }`,
    { id: at(failed, 0, 'id') },
  );
  expect(at(repeated, 'data', 'deliveryRepeat')).toEqual({ delivery: { state: 'WAITING' }, userErrors: [] });
  const delivered = await settled(id, 'DELIVERED');
  expect(at(delivered, 0, 'attempts', 3)).toEqual({ number: 4, status: 204, answer: '' });
  expect(received[3]?.body).toBe(received[0]?.body);
  await remove(id);
});

test('only what it asked for is told: kinds, and an agency with what is below it', async () => {
  const below = await register('/hooks/below', ', under: "P", kinds: [VERSION]');
  const published = await register('/hooks/published', ', kinds: [PUBLISHED]');
  await importOne('R');
  await importOne('Q');
  const first = await arrival(1);
  expect(first.path).toBe('/hooks/below');
  expect(JSON.parse(first.body)).toEqual({ cursor: await newest() });
  await settled(below.id, 'DELIVERED');
  expect(await deliveriesOf(published.id)).toEqual([]);
  const shown = await service.graphql(
    '{ webhooks(first: 200) { nodes { id url kinds under { code } removedAt deliveries { totalCount } } } }',
  );
  const [one] = (at(shown, 'data', 'webhooks', 'nodes') as Json[]).filter(
    (each) => at(each, 'id') === below.id,
  );
  expect(one).toMatchObject({ kinds: ['VERSION'], under: { code: 'P' }, deliveries: { totalCount: 1 } });
  const found = await service.graphql('query ($id: ID!) { node(id: $id) { id ... on Webhook { url } } }', {
    id: below.id,
  });
  expect(at(found, 'data', 'node', 'url')).toBe(`${base}/hooks/below`);
  await remove(below.id);
  await remove(published.id);
});

test('a receiver that cannot be reached, and a webhook that is removed', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await once(closed, 'close');
  const { id } = await register('/hooks/gone');
  await service.database.query('UPDATE webhook SET url = $1 WHERE id = $2', [
    `http://127.0.0.1:${port}/`,
    id,
  ]);
  await importOne('R');
  // It was moved off the list of what is allowed: it is not even asked.
  const failed = await settled(id, 'FAILED');
  expect(String(at(failed, 0, 'receipt'))).toContain('不在允许的名单里');
  await remove(id);
  const again = await remove(id);
  expect(at(again, 'data', 'webhookRemove', 'userErrors', 0, 'code')).toBe('WEBHOOK_UNKNOWN');
  const repeated = await service.graphql(
    'mutation ($id: ID!) { deliveryRepeat(id: $id) { userErrors { code } } }',
    { id: at(failed, 0, 'id') },
  );
  expect(at(repeated, 'data', 'deliveryRepeat', 'userErrors', 0, 'code')).toBe('DELIVERY_UNKNOWN');
});

test('an agency that there is not is told at the argument that names it', async () => {
  const answer = await service.graphql(
    'mutation ($url: String!) { webhookRegister(url: $url, under: "无") { secret userErrors { code path } } }',
    { url: `${base}/hooks/d` },
  );
  expect(at(answer, 'data', 'webhookRegister')).toEqual({
    secret: null,
    userErrors: [{ code: 'AGENCY_UNKNOWN', path: ['under'] }],
  });
});

test.each([
  ['http://169.254.169.254/latest', 'WEBHOOK_TARGET_FORBIDDEN'],
  ['BASE/hooksandmore', 'WEBHOOK_TARGET_FORBIDDEN'],
  ['BASE/', 'WEBHOOK_TARGET_FORBIDDEN'],
  ['BASE/hooks/../admin', 'WEBHOOK_TARGET_FORBIDDEN'],
  ['file:///etc/passwd', 'INVALID_REQUEST'],
  ['http://user:secret@127.0.0.1/', 'INVALID_REQUEST'],
  ['省平台', 'INVALID_REQUEST'],
])('%s is no target: %s', async (url, code) => {
  const answer = await service.graphql(
    'mutation ($url: String!) { webhookRegister(url: $url) { secret userErrors { code message } } }',
    { url: url.replace('BASE', base) },
  );
  expect(at(answer, 'data', 'webhookRegister')).toMatchObject({ secret: null, userErrors: [{ code }] });
});

test('a secret is in no log, no answer but the first, and no audit trail', async () => {
  const { id, secret } = await register('/hooks/secret');
  const trail = await service.graphql('{ auditTrail(first: 5) { nodes { action details } } }');
  expect(at(trail, 'data', 'auditTrail', 'nodes', 0)).toMatchObject({
    action: 'WEBHOOK_REGISTERED',
    details: { url: `${base}/hooks/secret` },
  });
  expect(JSON.stringify(trail)).not.toContain(secret.replace('whsec_', ''));
  await remove(id);
});
