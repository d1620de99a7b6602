import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, json, startTestServer, type Answer, type TestServer } from '../support/server.js';

let service: TestServer;
beforeAll(async () => {
  service = await startTestServer();
});
afterAll(() => service.close());

interface Part {
  readonly disposition: string;
  readonly bytes: Uint8Array;
}

/** As a program writes it byte by byte, which no FormData does. */
function post(path: string, parts: readonly Part[], encoding: string): Promise<Answer> {
  const boundary = '----年报'.replace(/[^-]/g, 'x');
  const body = Buffer.concat([
    ...parts.flatMap(({ disposition, bytes }) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; `),
      iconv.encode(disposition, encoding),
      Buffer.from('\r\nContent-Type: text/csv\r\n\r\n'),
      ...[bytes, Buffer.from('\r\n')],
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return service.fetch(path, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${service.token}`,
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
    },
    body,
  });
}

const csv = Buffer.from('甲,乙\r\n1,2\r\n');
const file = (name: string, bytes: Uint8Array = csv): Part => ({
  disposition: `name="files"; filename="${name}"`,
  bytes,
});

describe('the name of an uploaded file is read as UTF-8 or GB18030', () => {
  const names = [
    '二〇二四年报告.csv',
    // In GBK the last byte of these is that of a backslash or of a brace.
    '報告乗',
    '誠.csv',
    'plain.csv',
    '\u{20087}镇.csv',
  ];
  test.each(['utf-8', 'gb18030'])('%s', async (encoding) => {
    const answer = await post(
      '/imports',
      names.map((name) => file(name)),
      encoding,
    );
    expect(answer.status).toBe(200);
    const files = at(json(answer), 'files');
    expect((Array.isArray(files) ? files : []).map((each) => at(each, 'file'))).toEqual(names);
  });

  test('also where a long file comes before it, and of a ledger', async () => {
    const long = Buffer.alloc(300_000, 'x,');
    const answer = await post('/imports', [file('长文件.csv', long), file('短文件.csv')], 'gb18030');
    const files = at(json(answer), 'files');
    expect([at(files, 0, 'file'), at(files, 1, 'file')]).toEqual(['长文件.csv', '短文件.csv']);
    const field = (name: string, value: string) => ({
      disposition: `name="${name}"`,
      bytes: Buffer.from(value),
    });
    await service.register('370100', '甲市林业局');
    const fields = [field('agency', '370100'), field('year', '2024'), field('dryRun', 'true')];
    expect((await post('/ledgers', [...fields, file('台账.csv')], 'gb18030')).text).toContain('台账.csv');
  });

  test("a name with the path of somebody else's computer is only its end", async () => {
    const answer = await post('/imports', [file('C:\\报表\\年报.csv')], 'gb18030');
    expect(at(json(answer), 'files', 0, 'file')).toBe('年报.csv');
  });
});

test('a field that is no UTF-8 is refused, not stored with marks of replacement', async () => {
  const agency = { disposition: 'name="agency"', bytes: iconv.encode('甲市林业局', 'gb18030') };
  const answer = await post('/imports', [agency, file('年报.csv')], 'utf-8');
  expect([answer.status, at(json(answer), 'code')]).toEqual([400, 'INVALID_REQUEST']);
  expect(answer.text).toContain('agency');
});
