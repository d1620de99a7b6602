import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spinning } from '../support/spinning.js';
import { at, json, startTestServer, type TestServer } from '../support/server.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer({ workers: 1, deadlineMilliseconds: 1_500 });
});

afterAll(() => service.close());

const query = '{ rules { id basis formula form { id } } }';

/** The median time in milliseconds of so many queries, one after the other. */
async function medianTime(count: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await service.graphql(query);
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[Math.floor(count / 2)] ?? 0;
}

describe('a file that keeps its worker busy', () => {
  test('is stopped at the deadline while others are served as before', async () => {
    await medianTime(30);
    const idle = await medianTime(50);
    const upload = service.upload([{ file: '慢.ods', bytes: new Uint8Array(spinning()) }]);
    const busy = await medianTime(30);
    const answer = json(await upload);
    expect(at(answer, 'files', 0, 'problems', 0, 'code')).toBe('TIMED_OUT');
    expect(busy).toBeLessThan(Math.max(2 * idle, idle + 20));
    const next = json(await service.upload([{ file: 'a.txt', bytes: '会议通知' }]));
    expect(at(next, 'files', 0, 'problems', 0, 'code')).toBe('NO_FORM_FOUND');
  });
});
