import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverLimits } from '../../src/server/serverLimits.js';
import { spinning } from '../support/spinning.js';
import { at, json, startTestServer, type Answer, type Json, type TestServer } from '../support/server.js';
import { wideCsv } from '../support/tables.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  await service.register('A1', '甲市教育局');
});

afterAll(() => service.close());

const collection = { field: 'layout', value: 'collection' };
const small = wideCsv([{ code: 'A1', year: 2024 }]);
const endless = new Uint8Array(spinning());

const upload = (
  file: string,
  bytes: Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string> = {},
) => service.upload([collection, { file, bytes }], { Prefer: 'respond-async', ...headers });

async function cancel(answer: Answer): Promise<Json | undefined> {
  const text = `mutation ($id: ID!) { importCancel(id: $id) { importRun { status } userErrors { code } } }`;
  return at(
    await service.graphql(text, { id: at(json(answer), 'id') }),
    'data',
    'importCancel',
    'importRun',
    'status',
  );
}

describe('collections that run at the same time', () => {
  test('have an end: one more is told to wait, and begins when another has been cancelled', async () => {
    const running: Answer[] = [];
    for (let index = 0; index < serverLimits.runningCollections; index += 1)
      running.push(await upload(`${index}.ods`, endless, { 'Idempotency-Key': `running-${index}` }));
    expect(running.map(({ status }) => status)).toEqual(running.map(() => 202));

    const refused = await upload('甲.csv', small);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe(String(serverLimits.retryAfterSeconds));
    expect(json(refused)).toMatchObject({
      code: 'TOO_MANY_RUNNING',
      message: expect.stringContaining('已有 2 次汇集导入'),
    });
    const runs = await service.database.query('SELECT count(*)::int AS count FROM import_run');
    expect(runs).toEqual([{ count: running.length }]);

    // One report is no collection, and whoever repeats a request is told of the first.
    expect((await service.upload([{ file: 'a.csv', bytes: small }])).status).toBe(200);
    const again = await upload('0.ods', endless, { 'Idempotency-Key': 'running-0' });
    expect([again.status, at(json(again), 'id')]).toEqual([202, at(json(running[0]!), 'id')]);

    // Its reader is busy and hears nothing: it is ended all the same, and its place is free.
    expect(await cancel(running[0]!)).toBe('CANCELLED');
    let next = await upload('甲.csv', small);
    while (next.status === 429) next = await upload('甲.csv', small);
    expect([200, 202]).toContain(next.status);
    expect(await cancel(running[1]!)).toBe('CANCELLED');
  });
});
