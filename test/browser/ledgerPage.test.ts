import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { atDesk, type AtDesk } from '../support/desk.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

describe.skipIf(skipReason)('the page of the ledger in Chromium', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let clerk: AtDesk;
  let folder: string;

  beforeAll(async () => {
    server = await startTestServer();
    await server.register('4115', '某市司法局');
    folder = await mkdtemp(join(tmpdir(), 'nianbao-ledger-'));
    await writeFile(
      join(folder, '台账.csv'),
      [
        '申请编号,申请人类型,姓名,收到日期,答复日期,答复类型',
        '2024-001,公民,赵某人,2024-03-01,2024-03-20,予以公开',
        '2024-002,媒体,钱某人,2024-03-04,2024-03-20,信息不存在',
      ].join('\n'),
    );
    browser = await startBrowser(server.address);
    const page = await browser.open('/sign-in');
    await page.evaluate(`sessionStorage.setItem('nianbao.token', ${JSON.stringify(server.token)})`);
    clerk = atDesk(page, server.address);
    await clerk.go('/ledger?agency=4115&year=2024');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a ledger is tried out, its words are confirmed, it is kept and taken into the report', async () => {
    const { page } = clerk;
    const file = await page.waitForSelector<'input[type=file]'>('input[type=file]');
    await file?.uploadFile(join(folder, '台账.csv'));
    await clerk.press('试读');
    const asked = await clerk.sees('请确认一次');
    expect(asked).toContain('没有保存的列：姓名');
    expect(asked).not.toMatch(/赵某人|钱某人/);
    await page.select('select[id="ask-applicant-媒体"]', 'business');
    await page.select('select[id="ask-outcome-信息不存在"]', 'notHeld');
    await clerk.press('按以上选择再读');
    await clerk.sees('试读完成');
    await clerk.press('保存台账');
    await clerk.sees('台账已保存');
    await clerk.press('先看改哪些格');
    await clerk.sees('填入报告');
    await clerk.press('填入报告');
    await clerk.sees('已填入报告');
  });

  test('an import is called off while it goes on, and nothing of it is kept', async () => {
    const many = Array.from(
      { length: 60_000 },
      (_, index) => `2023-${index},公民,赵某人,2023-03-01,2023-03-20,予以公开`,
    );
    const path = join(folder, '2023年台账.csv');
    await writeFile(path, ['申请编号,申请人类型,姓名,收到日期,答复日期,答复类型', ...many].join('\n'));
    await clerk.go('/ledger?agency=4115&year=2023');
    const { page } = clerk;
    const file = await page.waitForSelector<'input[type=file]'>('input[type=file]');
    await file?.uploadFile(path);
    await clerk.press('试读');
    await clerk.sees('试读完成');
    await clerk.press('保存台账');
    await clerk.press('取消');
    await clerk.sees('已取消，没有保存。');
    expect(await clerk.sees('试读完成')).not.toContain('台账已保存');
    const kept = await server.graphql('{ ledger(agency: "4115", year: 2023) { version } }');
    expect(kept).toEqual({ data: { ledger: null } });
  });

  test('a cell of the report lists the cases behind it', async () => {
    await clerk.go('/reports/4115/2024');
    expect(await clerk.cell('requests.notHeld.business')).toBe('1');
    await clerk.page.focus('input[data-cell="requests.notHeld.business"]');
    const beside = await waitForText(clerk.page, '.beside', '台账里的各件');
    for (const told of ['2024-002', '2024-03-04', '2024-03-20', '不掌握']) expect(beside).toContain(told);
    expect(beside).not.toContain('2024-001');
  });

  test('the statistics of requests say how long it took and how it ended, as tables and plots', async () => {
    await clerk.go('/requests');
    await clerk.sees('依申请公开统计');
    await clerk.go('/requests/4115/2024');
    const page = await clerk.sees('按申请人类型');
    for (const told of [
      '由 1 个机关',
      '按机关',
      '某市司法局',
      '按收到的月份',
      '2024-03',
      '自然人',
      '商业企业',
      '不掌握',
    ])
      expect(page).toContain(told);
    const rows = await clerk.page.$$eval('main table tbody tr', (all) =>
      all.map(({ textContent }) => textContent ?? ''),
    );
    expect(rows[0]?.replace(/\s+/g, ' ').trim()).toMatch(/^某市司法局 ?2 ?2 ?16 ?19 ?0 ?0\.0%$/);
    await clerk.page.waitForSelector('[data-plot="drawn"]', { timeout: 30_000 });
  });
});
