import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nianbao } from '../support/commandLine.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-ledger-'));
  await writeFile(
    join(folder, '台账.csv'),
    [
      '申请编号,申请人类型,姓名,收到日期,答复日期,答复类型',
      '2024-001,公民,张三,2024.3.1,2024.4.10,予以公开',
      '2024-002,公民,李四,2024.12.20,,',
      '2024-003,媒体,王五,2024.3.1,2024.3.20,信息不存在',
    ].join('\n'),
  );
  await writeFile(
    join(folder, '用词.json'),
    JSON.stringify({ applicant: { 媒体: 'business' }, outcome: { 信息不存在: 'notHeld' } }),
  );
  await writeFile(join(folder, '坏词.json'), JSON.stringify({ outcome: { 信息不存在: '不存在的行' } }));
  await writeFile(join(folder, '坏的.xlsx'), Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const check = (...rest: string[]) =>
  nianbao(['ledger', 'check', join(folder, '台账.csv'), '--year', '2024', '--json', ...rest]);

describe('nianbao ledger check', () => {
  test('counts what is known, asks for the rest and ends with 1', async () => {
    const { code, stdout } = await check();
    expect(code).toBe(1);
    const document = JSON.parse(stdout) as Record<string, unknown>;
    expect(document).toMatchObject({
      format: 'csv',
      form: '2021',
      cases: 3,
      dropped: ['姓名'],
      carriedForward: ['2024-002'],
      late: [{ case: '2024-001', due: '2024-03-29', answered: '2024-04-10' }],
    });
    expect(Object.keys(document['cells'] as object)).toHaveLength(190);
    expect(document['asked']).toMatchObject([{ word: '媒体' }, { word: '信息不存在' }]);
    expect(stdout).not.toMatch(/张三|李四|王五/);
  });

  test('with the words the office confirmed it ends with 0', async () => {
    const { code, stdout } = await check('--words', join(folder, '用词.json'));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      cells: { 'requests.notHeld.business': '1', 'requests.received.total': '3' },
    });
  });

  test('words that are none are said to be none', async () => {
    const { code, stderr } = await check('--words', join(folder, '坏词.json'));
    expect(code).not.toBe(0);
    expect(stderr).toContain('不是 2021 格式表三的一种办理结果');
  });

  test('a file that cannot be read ends with 2, and the others are still read', async () => {
    const { code, stdout } = await nianbao([
      ...['ledger', 'check', join(folder, '坏的.xlsx'), join(folder, '台账.csv'), '--year', '2024', '--json'],
    ]);
    expect(code).toBe(2);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { cases: number });
    expect(lines.map(({ cases }) => cases)).toEqual([0, 3]);
  });
});
