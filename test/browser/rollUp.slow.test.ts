import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.js';
import { skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { registerTree } from '../support/registerTree.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

const year = 2024;
const cell = 'licensing.licensing.decisions';

describe.skipIf(skipReason)('what is behind a difference of the roll-up', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startTestServer();
    await registerTree(server.database, {
      CITY: { name: '某市人民政府（汇总）', consolidates: true },
      O1: { name: '某市司法局', parent: 'CITY' },
      O2: { name: '某市教育局', parent: 'CITY' },
    });
    for (const [name, value] of [
      ['某市司法局', '40'],
      ['某市人民政府（汇总）', '99'],
    ] as const) {
      const bytes = await sampleWorkbook(name, year, { [cell]: value });
      const { status, text } = await server.upload([{ file: `${name}.xlsx`, bytes }]);
      expect(status, text).toBe(200);
    }
    browser = await startBrowser(server.address);
    page = await browser.open('/sign-in');
    await page.evaluate(`sessionStorage.setItem('nianbao.token', ${JSON.stringify(server.token)})`);
    await page.goto(`${server.address}/rollup/CITY/${year}`, { waitUntil: 'networkidle0' });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('a cell leads to each office, who has not filed, the sum, what the city says, and the difference', async () => {
    const button = await page.waitForSelector('::-p-aria([name="行政许可 本年处理决定数量（件）"])');
    await button?.click();
    await waitForText(page, '.behind', '差额');
    const rows = await page.$$eval('.behind tbody tr', (all) =>
      all.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent?.trim())),
    );
    expect(rows).toEqual([
      ['某市司法局', '40'],
      ['某市教育局', '还没有报'],
      ['下级之和', '40'],
      ['汇总户填报', '99'],
      ['差额', '59'],
    ]);
    expect(await page.evaluate('document.activeElement.id')).toBe('behind-heading');
    expect(await faultsOf(page)).toEqual([]);
  });

  test('a cell at the end of the page is answered where the page can be seen', async () => {
    await page.evaluate(`document.querySelector('details.panel:last-of-type').open = true`);
    await page.evaluate(`[...document.querySelectorAll('details.panel button.link')].at(-1).click()`);
    await page.waitForFunction(
      `document.querySelector('#behind-heading')?.innerText.includes('总计')
        && document.querySelector('#behind-heading').getBoundingClientRect().top >= 0
        && document.querySelector('#behind-heading').getBoundingClientRect().bottom <= innerHeight`,
    );
  });
});
