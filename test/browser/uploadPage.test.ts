import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readText, skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

describe.skipIf(skipReason)('the upload page in Chromium', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-upload-'));
    server = await startTestServer();
    await server.register('4115', '某市司法局');
    await server.register('4116', '某市教育局');
    browser = await startBrowser(server.address);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function write(name: string, ...report: Parameters<typeof sampleWorkbook>): Promise<string> {
    const path = join(folder, name);
    writeFileSync(path, await sampleWorkbook(...report));
    return path;
  }

  async function openWithToken(token = server.token): Promise<Page> {
    const page = await browser.open('/upload');
    await page.type('#token', token);
    await page.keyboard.press('Enter');
    return page;
  }

  async function choose(page: Page, ...paths: readonly string[]): Promise<void> {
    const input = await page.$('input#files');
    if (!input) throw new Error('the page has no file field');
    await input.uploadFile(...paths);
    await waitForText(page, '#chosen', `已选 ${paths.length} 个文件`);
  }

  async function storedReports(): Promise<unknown> {
    return server.graphql('{ reports { nodes { agency { code } year version errorCount } } }');
  }

  test('a good and a broken workbook: checked first, then stored, then unchanged', async () => {
    const page = await openWithToken();
    await waitForText(page, '#token-state', '令牌可用');
    await choose(
      page,
      await write('好.xlsx', '某市司法局', 2024),
      await write('坏.xlsx', '某市教育局', 2024, {
        'requests.received.naturalPerson': '2',
        'documents.rules.issued': null,
      }),
    );

    await page.click('#send');
    const checked = await waitForText(page, '#results', '检查结果（没有保存）');
    expect(checked).toContain('2 个文件：2 个可以保存。错误 2 处，需说明 1 处。');
    const good = await readText(page, '#file-0');
    expect(good).toContain('可以保存为草稿（这次只检查，没有保存）；没有发现错误');
    expect(good).toContain('某市司法局（4115） · 2024 年度');
    const broken = await readText(page, '#file-1');
    expect(broken).toContain('✘ 错误 2 处（必须改正）');
    expect(broken).toMatch(/“自然人”列：一＋二＝2＋\d+＝\d+，（七）＋四＝\d+＋\d+＝\d+，相差 -\d+。请核对/);
    expect(broken).toMatch(/等号左边 \d+，右边 \d+，相差 -\d+/);
    expect(broken).toMatch(/位置：年报![A-Z]+\d+、年报![A-Z]+\d+、年报![A-Z]+\d+、年报![A-Z]+\d+/);
    expect(broken).toContain('R-BALANCE');
    expect(broken).toContain('？ 需说明 1 处');
    expect(broken).toContain('下一步：');
    expect(broken).toMatch(
      /只有这一种能使各项相符[^]*可消除[^]*改法1\s+R-BALANCE、R-APPLICANTS\s+年报![A-Z]+\d+\s+一、本年新收政府信息公开申请数量\s+自然人\s+2\s+\d+/,
    );
    expect(await storedReports()).toEqual({ data: { reports: { nodes: [] } } });

    await page.click('#file-1 .cells summary');
    expect(await waitForText(page, '#file-1 .cells table', '一、本年新收政府信息公开申请数量')).toContain(
      '自然人',
    );

    await page.click('#save');
    const stored = await waitForText(page, '#results', '上传结果');
    expect(stored).toContain('2 个文件：2 个已保存。');
    expect(await readText(page, '#file-1')).toContain('已保存为草稿（第 1 版）；错误 2 处，需说明 1 处');
    expect(await storedReports()).toEqual({
      data: {
        reports: {
          nodes: [
            { agency: { code: '4115' }, year: 2024, version: 1, errorCount: 0 },
            { agency: { code: '4116' }, year: 2024, version: 1, errorCount: 2 },
          ],
        },
      },
    });

    await page.click('input[value="save"]');
    expect(await readText(page, '#send')).toBe('检查并保存');
    await page.click('#send');
    await waitForText(page, '#results', '2 个没有变化');
    expect(await readText(page, '#file-0')).toContain('没有变化，同样的内容早已导入（现在是第 1 版）');
  });

  test('a changed workbook shows what differs from the version before', async () => {
    const page = await openWithToken();
    await choose(page, await write('改.xlsx', '某市司法局', 2024, { 'fees.fees.amount': '0.5' }));
    await page.click('input[value="save"]');
    await page.click('#send');
    const result = await waitForText(page, '#results', '第 2 版');
    expect(result).toContain('与系统里的上一版相比，有 1 格不同');
    expect(result).toContain('0.5');
    expect(await page.$eval('#file-0 a[href^="playground"]', (link) => link.getAttribute('href'))).toBe(
      'playground#agency=4115&year=2024',
    );
  });

  test('a file that is no report, and an agency nobody registered', async () => {
    const page = await openWithToken();
    const name = '<img src=x onerror=alert(1)>.xlsx';
    writeFileSync(join(folder, name), '这不是工作簿');
    await choose(page, join(folder, name), await write('某镇.xlsx', '某市司法居', 2024));
    await page.click('#send');
    const summary = await waitForText(page, '#results .summary', '个文件');
    expect(summary).toContain('2 个文件：2 个不能保存。');
    const refused = await readText(page, '#file-0');
    expect(refused).toContain(name);
    expect(refused).toContain('不能保存；错误 1 处');
    expect(await page.$('#results img')).toBeNull();
    const unknown = await readText(page, '#file-1');
    expect(unknown).toContain('AGENCY_UNKNOWN');
    expect(unknown).toContain('某市司法局');
    expect(await page.$('#save')).toBeNull();
  });

  test('blank is zero only when the filer says so', async () => {
    const page = await openWithToken();
    await choose(page, await write('空.xlsx', '某市教育局', 2023, { 'documents.rules.repealed': null }));
    await page.click('#send');
    expect(await waitForText(page, '#file-0', 'R-COMPLETE')).toContain('空白');
    await page.click('input[name="blanksAreZero"]');
    await page.click('#send');
    await page.waitForFunction("!document.querySelector('#file-0').innerText.includes('R-COMPLETE')");
    expect(await readText(page, '#results .summary')).not.toContain('需说明');
  });

  test('a wrong token is told before and after an upload', async () => {
    const page = await openWithToken('nb_wrong');
    await waitForText(page, '#token-state', '令牌不对，或已被撤销');
    await choose(page, await write('好.xlsx', '某市司法局', 2024));
    await page.click('#send');
    expect(await waitForText(page, '#upload-failure', '令牌')).toContain(
      '令牌不对，或已被撤销。请在第 1 步重新填写',
    );
    expect(await page.evaluate('document.activeElement.id')).toBe('token');
    expect(await page.evaluate("sessionStorage.getItem('nianbao.token')")).toBeNull();
    expect(await page.evaluate("document.querySelector('#results').hidden")).toBe(true);
  });

  test('the token stays for the tab, and nothing is sent without one or without a file', async () => {
    const page = await browser.open('/upload');
    await page.click('#send');
    await waitForText(page, '#upload-failure', '请先在第 1 步填写令牌');
    await page.type('#token', server.token);
    await page.keyboard.press('Enter');
    await waitForText(page, '#token-state', '令牌可用');
    await page.reload();
    await waitForText(page, '#token-state', '令牌可用');
    await page.click('#send');
    await waitForText(page, '#upload-failure', '请先选择文件');
  });

  test('a file changed after it was chosen, and a network that is gone', async () => {
    const page = await openWithToken();
    await waitForText(page, '#token-state', '令牌可用');
    const path = await write('再改.xlsx', '某市司法局', 2024);
    await choose(page, path);
    writeFileSync(path, '比选择时短');
    await page.click('#send');
    expect(await waitForText(page, '#upload-failure', '再改.xlsx')).toContain('请重新选择这个文件');
    await page.click('#chosen button');
    await choose(page, await write('好.xlsx', '某市司法局', 2024));
    await page.setOfflineMode(true);
    await page.click('#send');
    await waitForText(page, '#upload-failure', '连不上服务器');
  });

  test('a blank workbook of the year can be downloaded', async () => {
    const page = await openWithToken();
    await waitForText(page, '#token-state', '令牌可用');
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      downloadPath: folder,
      eventsEnabled: true,
    });
    const downloaded = new Promise<string>((resolve) =>
      session.on('Browser.downloadProgress', ({ state, guid }) => {
        if (state === 'completed') resolve(guid);
      }),
    );
    await page.select('#blank-year', '2020');
    await page.click('#blank-form button');
    await waitForText(page, '#blank-state', '已下载');
    expect(
      readFileSync(join(folder, await downloaded))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test('fits a phone, and works with the keyboard alone', async () => {
    const page = await browser.open('/upload', { width: 400, height: 800 });
    await page.type('#token', server.token);
    await page.keyboard.press('Enter');
    await waitForText(page, '#token-state', '令牌可用');
    await choose(page, await write('坏.xlsx', '某市教育局', 2024, { 'requests.received.total': '2' }));
    await page.focus('#send');
    await page.keyboard.press('Enter');
    await waitForText(page, '#results', 'R-BALANCE');
    expect(await page.evaluate('document.activeElement.id')).toBe('results-heading');
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(400);
  });

  test('no page asked any other host for anything, and nothing broke the policy', () => {
    expect(browser.askedElsewhere).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
