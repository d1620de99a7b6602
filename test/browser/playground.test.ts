import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleQueries } from '../../src/server/playground/sampleQueries.js';
import { readText, skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

const editor = '.query-editor__input .cm-content';
const answer = 'app-query-result .cm-content';

describe.skipIf(skipReason)('the playground in Chromium', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startTestServer();
    await server.register('4115', '某市司法局');
    await server.register('4116', '某市教育局');
    const uploaded = await server.upload([
      { file: '好.xlsx', bytes: await sampleWorkbook('某市司法局', 2024) },
      {
        file: '坏.xlsx',
        bytes: await sampleWorkbook('某市教育局', 2024, { 'remedies.reconsideration.total': '1' }),
      },
    ]);
    expect(uploaded.status).toBe(200);
    browser = await startBrowser(server.address);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function windowNames(): Promise<string[]> {
    const names = await page.evaluate(
      "[...document.querySelectorAll('.window-switcher__item')].map((item) => item.innerText.replace('×', '').trim())",
    );
    return Array.isArray(names) ? names.map(String) : [];
  }

  async function selectWindow(name: string): Promise<void> {
    const index = (await windowNames()).indexOf(name);
    const items = await page.$$('.window-switcher__item');
    await items[index]?.click();
  }

  /** Replaces what is in the editor, as pasting does, and sends it. */
  async function send(query?: string): Promise<void> {
    if (query !== undefined) {
      await page.click(editor);
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.sendCharacter(query);
    }
    await page.click('.send-request__button');
  }

  function correction(value: string, more: string): string {
    return `mutation {
      cellCorrect(report: { agency: "4116", year: 2024 }, expectedVersion: 1, reason: "核对台账",
        changes: [{ key: "remedies.reconsideration.total", value: "${value}" }] ${more}) {
        report { version errorCount } resolved { rule { id } } introduced { rule { id } } userErrors { code }
      }
    }`;
  }

  async function stored(): Promise<unknown> {
    return server.graphql('{ report(agency: "4116", year: 2024) { version errorCount } }');
  }

  test('asks for the token and refuses a wrong one', async () => {
    page = await browser.open('/playground');
    await page.waitForSelector('#token');
    await page.type('#token', 'nb_wrong');
    await page.keyboard.press('Enter');
    await waitForText(page, '#token-form', '令牌不对，或已撤销');
    await page.click('#token', { count: 3 });
    await page.type('#token', server.token);
    await page.keyboard.press('Enter');
    expect(await waitForText(page, 'app-root', '发送请求')).toContain('文档');
    expect(await page.title()).toBe('年报查询界面');
  });

  test('opens with samples about the report with the most errors', async () => {
    expect(await waitForText(page, editor, 'ReportWithFindings')).toContain('agency: "4116", year: 2024');
    expect((await windowNames()).slice(0, sampleQueries.length)).toEqual(
      sampleQueries.map(({ name }) => name),
    );
    await send();
    expect(await waitForText(page, answer, '某市教育局')).toContain('R-REMEDIES');
  });

  test('a preview shows what a correction settles and stores nothing', async () => {
    await selectWindow('试算更正');
    await waitForText(page, editor, 'preview: true');
    const total = await server.graphql(
      '{ report(agency: "4116", year: 2024) { cell(key: "remedies.reconsideration.total") { value } } }',
    );
    expect(total).toEqual({ data: { report: { cell: { value: '1' } } } });
    await send(correction(await right(), 'preview: true'));
    expect(await waitForText(page, answer, 'resolved')).toContain('R-REMEDIES');
    expect(await stored()).toEqual({ data: { report: { version: 1, errorCount: 1 } } });
  });

  test('a correction makes a new version, and a second one from the old version is told', async () => {
    await selectWindow('更正');
    await waitForText(page, editor, 'reason: ""');
    await send();
    await waitForText(page, answer, 'REASON_REQUIRED');
    const text = correction(await right(), '');
    await send(text);
    expect(await waitForText(page, answer, '"version": 2')).toContain('R-REMEDIES');
    expect(await stored()).toEqual({ data: { report: { version: 2, errorCount: 0 } } });
    await send(text);
    await waitForText(page, answer, 'VERSION_CONFLICT');
  });

  test('the history shows who corrected what and why', async () => {
    await selectWindow('历史');
    await waitForText(page, editor, 'auditTrail');
    await send();
    expect(await waitForText(page, answer, 'CELL_CORRECTED')).toContain('核对台账');
  });

  test('a link names the report that the samples speak of', async () => {
    page = await browser.open('/playground#agency=4115&year=2024');
    await page.waitForSelector('#token');
    await page.type('#token', server.token);
    await page.keyboard.press('Enter');
    expect(await waitForText(page, editor, 'ReportWithFindings')).toContain('agency: "4115", year: 2024');
  });

  test('another token can be given', async () => {
    await page.click('#change-token');
    await page.waitForSelector('#token-form');
    expect(await page.evaluate("sessionStorage.getItem('nianbao.token')")).toBeNull();
    expect(await readText(page, '#token-form')).toContain('令牌');
  });

  test('no page asked any other host for anything, and nothing broke the policy', () => {
    expect(browser.askedElsewhere).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });

  /** The sum of the four outcomes, which the total should be. */
  async function right(): Promise<string> {
    const { text } = await server.fetch('/reports/4116/2024.json');
    const values = new Map(
      [...text.matchAll(/"remedies\.reconsideration\.(\w+)":\s*"(\d+)"/g)].map(([, id, value]) => [
        id,
        value,
      ]),
    );
    const parts = ['upheld', 'corrected', 'otherResult', 'pending'];
    return String(parts.reduce((sum, id) => sum + Number(values.get(id)), 0));
  }
});
