import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.js';
import { skipReason, startBrowser, type TestBrowser } from '../support/browser.js';
import { closedPages, stateYear } from '../support/deskStates.js';
import { registerTree } from '../support/registerTree.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

const year = stateYear;

describe.skipIf(skipReason)('every page for those who cannot see it or use no mouse', () => {
  let server: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    server = await startTestServer();
    await registerTree(server.database, {
      CITY: { name: '某市人民政府（汇总）', consolidates: true },
      O1: { name: '某市司法局', parent: 'CITY' },
      O2: { name: '某市教育局', parent: 'CITY' },
    });
    const slip = { 'requests.received.naturalPerson': '2', 'fees.fees.amount': '7320' };
    const bytes = await sampleWorkbook('某市司法局', year, slip);
    expect((await server.upload([{ file: '年报.xlsx', bytes }])).status).toBe(200);
    const ledger = new FormData();
    for (const [name, value] of [
      ['agency', 'O1'],
      ['year', String(year)],
    ] as const)
      ledger.append(name, value);
    const lines = ['公民', '企业', '科研机构'].map(
      (who, index) => `${year}-${index},${who},${year}-03-0${index + 1},${year}-03-20,予以公开`,
    );
    ledger.append(
      'files',
      new Blob([['申请编号,申请人类型,收到日期,答复日期,答复类型', ...lines].join('\n')]),
      '台账.csv',
    );
    expect(
      (
        await server.fetch('/ledgers', {
          method: 'POST',
          headers: { Authorization: `Bearer ${server.token}` },
          body: ledger,
        })
      ).status,
    ).toBe(200);
    browser = await startBrowser(server.address);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path: string, size: { width: number; height: number }): Promise<Page> {
    const page = await browser.open('/sign-in', size);
    await page.evaluate(`sessionStorage.setItem('nianbao.token', ${JSON.stringify(server.token)})`);
    await page.goto(server.address + path, { waitUntil: 'networkidle0' });
    await page.waitForSelector('main h1');
    return page;
  }

  const pages = [
    ...closedPages.map(({ ready }) => [ready, '有数据'] as const),
    ['/reports?year=2019&status=RETURNED', '没有报告的列表'],
    [`/reports/O2/${year}`, '还没有的报告'],
    [`/season/CITY/${year}?reminders`, '催报名单'],
    ['/requirements?agency=CITY', '要求'],
    ['/nowhere', '没有这个页面'],
  ] as const;

  test.each(pages)('%s (%s)', async (path) => {
    for (const size of [
      { width: 1366, height: 768 },
      { width: 400, height: 800 },
    ]) {
      const page = await open(path, size);
      expect(await faultsOf(page), `${size.width}`).toEqual([]);
      expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(size.width);
      await page.close();
    }
  });

  test('signing in, without having signed in', async () => {
    const page = await browser.openAlone('/sign-in');
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${server.address}/reports/O1/${year}`, { waitUntil: 'networkidle0' });
    expect(page.url()).toBe(`${server.address}/sign-in?then=/reports/O1/${year}`);
  });
});
