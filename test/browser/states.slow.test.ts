import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { readText, skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { changeAtDesk, signInAtDesk } from '../support/desk.js';
import { openAccount } from '../support/people.js';
import { registerTree } from '../support/registerTree.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const year = 2024;

/** What axe finds by WCAG 2.1 AA and best practice: rule and element. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 200))))`);
  return Array.isArray(found) ? found.map(String) : ['axe did not answer'];
}

const pages = [
  '/',
  `/reports?year=${year}`,
  `/reports/O1/${year}`,
  '/season',
  `/season/CITY/${year}`,
  `/rollup/CITY/${year}`,
  '/waivers',
  '/agencies',
  '/people',
  '/audit',
  '/requirements?agency=CITY',
  '/deliveries',
] as const;

/** What stands between the page and the server: nothing, answers that never come, or no connection. */
type Network = 'open' | 'held' | 'cut';

/** Runs before the scripts of a page: who has signed in is still answered, the data of the page is not. */
const between = `{
  const asked = window.fetch;
  window.fetch = (path, init) => {
    const network = sessionStorage.getItem('network');
    const isData = String(path).includes('graphql') && !String(init?.body).includes('query Who');
    if (!isData || !network || network === 'open') return asked(path, init);
    return network === 'held' ? new Promise(() => undefined) : Promise.reject(new TypeError('Failed to fetch'));
  };
}`;

describe.skipIf(skipReason)('every page in every state', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startTestServer();
    browser = await startBrowser(server.address);
    page = await signedIn('管理员', Role.ADMINISTRATOR);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function signedIn(name: string, role: Role): Promise<Page> {
    const first = await openAccount(server, name, [{ role, agency: null }]);
    const desk = await signInAtDesk(browser, server.address, name, first);
    await changeAtDesk(desk, 'Zhengwu-2026');
    await desk.page.evaluateOnNewDocument(between);
    return desk.page;
  }

  async function look(at: Page, path: string, network: Network): Promise<string> {
    await at.evaluate(`sessionStorage.setItem('network', '${network}')`);
    await at.goto(server.address + path, { waitUntil: 'networkidle0' });
    const words = await readText(at, 'main');
    expect(await faultsOf(at), `${path} ${network}`).toEqual([]);
    return words;
  }

  test('with no agency yet, each says what comes next', async () => {
    for (const path of [...pages, '/upload'].filter((each) => !each.includes(`/${year}`)))
      await look(page, path, 'open');
    expect(await look(page, '/', 'open')).toContain('还没有机关');
    expect(await look(page, `/reports/O1/${year}`, 'open')).toContain('没有这个机关');
  });

  test('with data', async () => {
    await registerTree(server.database, {
      CITY: { name: '某市人民政府（汇总）', consolidates: true },
      O1: { name: '某市司法局', parent: 'CITY' },
    });
    const bytes = await sampleWorkbook('某市司法局', year);
    expect((await server.upload([{ file: '年报.xlsx', bytes }])).status).toBe(200);
    for (const path of pages) await look(page, path, 'open');
  });

  test('while loading', async () => {
    for (const path of pages) expect(await look(page, path, 'held'), path).toContain('正在读取');
  });

  test('without a connection, with the way to try again', async () => {
    for (const path of pages) {
      const words = await look(page, path, 'cut');
      expect(words, path).toContain('连不上服务器');
      expect(words, path).toContain('重试');
    }
    await page.evaluate(`sessionStorage.setItem('network', 'open')`);
    await page.locator('::-p-aria([name="重试"][role="button"])').click();
    await page.waitForFunction(`!document.querySelector('main').innerText.includes('连不上服务器')`);
  });

  test('refused, with who may', async () => {
    const system = await signedIn('系统管理员', Role.SYSTEM_ADMINISTRATOR);
    const open = new Set<string>(['/', '/season', '/agencies', '/requirements?agency=CITY', '/deliveries']);
    for (const path of pages.filter((each) => !open.has(each)))
      expect(await look(system, path, 'open'), path).toMatch(/这要用角色为/);
    await system.close();
  });

  test('not found', async () => {
    expect(await look(page, `/reports/NOPE/${year}`, 'open')).toContain('没有这个机关');
    expect(await look(page, '/reports/O1/1999', 'open')).toContain('没有统一格式');
    for (const path of [`/season/NOPE/${year}`, `/rollup/NOPE/${year}`])
      expect(await look(page, path, 'open'), path).toContain('NOPE');
  });

  test('at 200 % nothing is cut off', async () => {
    await page.setViewport({ width: 683, height: 384, deviceScaleFactor: 2 });
    for (const path of [...pages, '/upload']) {
      await look(page, path, 'open');
      expect(await page.evaluate('document.scrollingElement.scrollWidth'), path).toBe(683);
    }
    await page.setViewport({ width: 1366, height: 768 });
  });

  test('a report is opened, changed and saved by keyboard alone', async () => {
    await look(page, `/reports?year=${year}`, 'open');
    const press = async (key: KeyInput, times = 1) => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(`document.activeElement.textContent.trim()`);
    await press('Tab');
    expect(await focused()).toBe('跳到正文');
    await press('Enter');
    for (let step = 0; step < 30 && (await focused()) !== '某市司法局'; step += 1) await press('Tab');
    expect(await focused()).toBe('某市司法局');
    await press('Enter');
    await page.waitForSelector('input[data-cell]');
    const cell = () => page.evaluate(`document.activeElement.dataset.cell ?? ''`);
    for (let step = 0; step < 60 && (await cell()) === ''; step += 1) await press('Tab');
    expect(await cell()).toBe('documents.rules.issued');
    await page.keyboard.type('71');
    await press('Enter');
    expect(await cell()).toBe('documents.normativeDocuments.issued');
    await page.waitForSelector('#reason');
    for (
      let step = 0;
      step < 400 && (await page.evaluate('document.activeElement.id')) !== 'reason';
      step += 1
    )
      await press('Tab');
    await page.keyboard.type('核对原始台账');
    await press('Enter');
    await waitForText(page, 'main', '✓ 已保存');
  });
});
