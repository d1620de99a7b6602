import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { readText, skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { atDesk, changeAtDesk, signInAtDesk } from '../support/desk.js';
import { faultsOf } from '../support/axe.js';
import { closedPages, stateYear as year } from '../support/deskStates.js';
import { openAccount } from '../support/people.js';
import { registerTree } from '../support/registerTree.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

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
    for (const { ready, empty } of closedPages) expect(await look(page, ready, 'open'), ready).toMatch(empty);
  });

  test('with data', async () => {
    await registerTree(server.database, {
      CITY: { name: '某市人民政府（汇总）', consolidates: true },
      O1: { name: '某市司法局', parent: 'CITY' },
    });
    const bytes = await sampleWorkbook('某市司法局', year);
    expect((await server.upload([{ file: '年报.xlsx', bytes }])).status).toBe(200);
    for (const { ready } of closedPages) {
      const words = await look(page, ready, 'open');
      expect(words, ready).not.toContain('正在读取');
      expect(words, ready).not.toContain('✘ 连不上');
    }
  });

  test('while loading', async () => {
    for (const { ready } of closedPages.filter(({ asks }) => asks))
      expect(await look(page, ready, 'held'), ready).toContain('正在读取');
  });

  test('without a connection, with the way to try again', async () => {
    for (const { ready } of closedPages.filter(({ asks }) => asks)) {
      const words = await look(page, ready, 'cut');
      expect(words, ready).toContain('连不上服务器');
      expect(words, ready).toContain('重试');
    }
    await page.evaluate(`sessionStorage.setItem('network', 'open')`);
    await page.locator('::-p-aria([name="重试"][role="button"])').click();
    await page.waitForFunction(`!document.querySelector('main').innerText.includes('连不上服务器')`);
  });

  test('refused, with who may or whom to ask', async () => {
    const roles = [...new Set(closedPages.flatMap(({ refusedTo }) => refusedTo ?? []))];
    for (const role of roles) {
      const other = await signedIn(role, role);
      for (const { ready } of closedPages.filter(({ refusedTo }) => refusedTo === role))
        expect(await look(other, ready, 'open'), ready).toMatch(/这要用角色为|请向管理员申请/);
      await other.close();
    }
  });

  test('not found', async () => {
    for (const { unknown } of closedPages)
      if (unknown) expect(await look(page, unknown[0], 'open'), unknown[0]).toContain(unknown[1]);
    expect(await look(page, '/reports/O1/1999', 'open')).toContain('没有统一格式');
    // A wrong address typed by hand is a page too, with the way back.
    expect(await look(page, '/nowhere', 'open')).toContain('没有这个页面');
    expect(await look(page, '/season/CITY/24', 'open')).toContain('回到首页');
  });

  test('signing in: refused, locked out of nothing, and without a connection', async () => {
    const stranger = await browser.openAlone('/sign-in');
    const desk = atDesk(stranger, server.address);
    await desk.fill('账号', '没有这个人');
    const password = await stranger.waitForSelector('::-p-aria([name="密码"])');
    await password?.type('Zhengwu-2026');
    await desk.press('登录');
    await waitForText(stranger, 'main', '✘');
    expect(await faultsOf(stranger)).toEqual([]);
    await stranger.setOfflineMode(true);
    await desk.press('登录');
    await waitForText(stranger, 'main', '连不上服务器');
    expect(await faultsOf(stranger)).toEqual([]);
    await stranger.close();
  });

  test('the network ends while a page is open, and comes back', async () => {
    await look(page, `/reports/O1/${year}`, 'open');
    await page.setOfflineMode(true);
    await waitForText(page, '.offline', '网络已断开');
    expect(await faultsOf(page)).toEqual([]);
    await page.setOfflineMode(false);
    await page.waitForFunction(`!document.querySelector('.offline')`);
  });

  test('at 200 % nothing is cut off', async () => {
    await page.setViewport({ width: 683, height: 384, deviceScaleFactor: 2 });
    for (const { ready } of closedPages) {
      await look(page, ready, 'open');
      expect(await page.evaluate('document.scrollingElement.scrollWidth'), ready).toBe(683);
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
