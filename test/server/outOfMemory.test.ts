import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorkbook } from '../importers/reading/zip.js';
import { at, json, startTestServer, type TestServer, type UploadPart } from '../support/server.js';
import { wideCsv } from '../support/tables.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer({ workers: 1, heapMegabytes: 40 });
  await service.register('A1', '甲市教育局');
});

afterAll(() => service.close());

/** 190,000 numbers on one row: far more than so small a heap can hold. */
const fat = new Uint8Array(
  makeWorkbook(
    `<row r="1">${Array.from({ length: 190_000 }, (_, index) => `<c r="A${index + 1}"><v>${index}</v></c>`).join('')}</row>`,
  ),
);

/** Asks one question after another until the work is done; answers how many were answered. */
async function askWhile(work: Promise<unknown>): Promise<number> {
  let isOver = false;
  const over = () => (isOver = true);
  work.then(over, over);
  let answered = 0;
  do {
    expect(await service.graphql('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    expect((await service.fetch('/healthz')).status).toBe(200);
    answered += 1;
  } while (!isOver);
  return answered;
}

const layout = (value: string): UploadPart => ({ field: 'layout', value });

test.each(['report', 'collection'])(
  'a %s that outgrows the memory of its reader is refused, and everybody else is served',
  async (given) => {
    const upload = service.upload([layout(given), { file: '大.xlsx', bytes: fat }]);
    expect(await askWhile(upload)).toBeGreaterThan(1);
    const refused = json(await upload);
    expect(at(refused, 'files', 0)).toMatchObject({
      status: 'REJECTED',
      problems: [{ code: 'TOO_LARGE', message: expect.stringMatching(/太大.*重新上传/) }],
    });
    const year = given === 'report' ? 2023 : 2024;
    const bytes = wideCsv([{ code: 'A1', year }]);
    const next = json(await service.upload([layout('collection'), { file: '一览.csv', bytes }]));
    expect(at(next, 'files', 0, 'status')).toBe('STORED');
  },
);
