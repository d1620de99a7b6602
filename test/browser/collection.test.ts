import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readText, skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { spinning } from '../support/spinning.js';
import { wideCsv, type TableReport } from '../support/tables.js';

if (skipReason) console.warn(skipReason);

describe.skipIf(skipReason)('collections on the upload page in Chromium', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let folder: string;
  const slow = Array.from({ length: 8 }, (_, index) => `慢${index}.ods`);
  const inFolder = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-collections-'));
    // Each file that spins keeps a run going for so long: longer than the page waits for an answer.
    server = await startTestServer({ deadlineMilliseconds: 4_000 });
    for (let index = 0; index < 30; index += 1) await server.register(`K${index}`, `第${index}局`);
    const content = spinning();
    for (const name of slow) write(name, content);
    browser = await startBrowser(server.address);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string, content: string | Uint8Array): string {
    const path = inFolder(name);
    writeFileSync(path, content);
    return path;
  }

  /** One report a year of each registered agency, and so many of agencies that nobody registered. */
  const reports = (years: readonly number[], unknown: number): TableReport[] =>
    years.flatMap((year) => [
      ...Array.from({ length: 30 }, (_, index) => ({ code: `K${index}`, year })),
      ...Array.from({ length: unknown / years.length }, (_, index) => ({ name: `某某${index}委`, year })),
    ]);

  async function open(...paths: readonly string[]): Promise<Page> {
    const page = await browser.open('/upload');
    await page.type('#token', server.token);
    await page.keyboard.press('Enter');
    await waitForText(page, '#token-state', '令牌可用');
    await page.click('input[value="collection"]');
    const input = await page.$('input#files');
    if (!input) throw new Error('the page has no file field');
    await input.uploadFile(...paths);
    await waitForText(page, '#chosen', `已选 ${paths.length} 个文件`);
    return page;
  }

  async function save(page: Page): Promise<void> {
    await page.click('input[value="save"]');
    await page.click('#send');
  }

  const storedIn = async (year: number) =>
    server.database.query('SELECT count(*)::int AS count FROM report WHERE year = $1', [year]);

  test('a small one is answered at once, report by report', async () => {
    const page = await open(
      write('小.csv', wideCsv([...reports([2019], 0).slice(0, 2), { name: '某某委', year: 2019 }])),
    );
    await page.click('#send');
    const checked = await waitForText(page, '#results', '检查结果（没有保存）');
    expect(checked).toContain('读到 3 份报告：可以保存 2 份，不能保存 1 份。');
    expect(checked).toContain('B4 · 某某委 · 2019 年度：不能保存');
    await page.click('#save');
    const saved = await waitForText(page, '#results', '上传结果');
    expect(saved).toContain('读到 3 份报告：已保存 2 份，没有保存 1 份。');
    expect(saved).toContain('AGENCY_UNKNOWN');
  });

  test('while one is only tried out, how far it is read is told', async () => {
    const page = await open(write('试.csv', wideCsv(reports([2020], 30))), inFolder(slow[0]!));
    await page.click('#send');
    await waitForText(page, '#upload-state', '：可以保存 30 份，不能保存 30 份');
    const checked = await waitForText(page, '#results', '检查结果（没有保存）');
    expect(checked).toContain('读到 60 份报告：可以保存 30 份，不能保存 30 份。');
  });

  test('a long one is followed to its end, also while the connection is gone, and what it refused is listed', async () => {
    const page = await open(
      write('大.csv', wideCsv(reports([2021, 2022, 2025], 120))),
      ...slow.slice(0, 2).map(inFolder),
    );
    await save(page);
    await waitForText(page, '#upload-state', '已读 210 份（');
    const bar = await page.waitForSelector('::-p-aria([role="progressbar"])', { visible: true });
    expect(Number(await bar?.evaluate((found) => found.getAttribute('value')))).toBeGreaterThan(1);
    await page.setOfflineMode(true);
    await waitForText(page, '#upload-state', '连不上服务器，几秒后自动再试；导入在服务器上继续。已读 210 份');
    await page.setOfflineMode(false);
    const ended = await waitForText(page, '#results', '上传结果');
    expect(ended).toContain('读到 210 份报告：已保存 90 份，没有保存 120 份。');
    expect(ended).toContain('请按下面每条“错误”所说的改正原表，把整个文件再传一次');
    expect(await readText(page, '#file-1')).toContain('TIMED_OUT');
    expect(await readText(page, '#file-0')).toMatch(/B32 · 某某0委 · 2021 年度[^]*名称/);
    expect(await page.$$('#file-0 .refused > li')).toHaveLength(50);
    await page.click('#file-0 .more button');
    await waitForText(page, '#file-0', '已列出 100 份');
    await page.click('#file-0 .more button');
    await waitForText(page, '#file-0', '全部 120 份都已列出');
    expect(await page.$$('#file-0 .refused > li')).toHaveLength(120);
    expect(await page.$('#progress[hidden]')).not.toBeNull();
  });

  test('one that is called off keeps what was stored; loaded anew the page goes on following', async () => {
    const page = await open(write('取消.csv', wideCsv(reports([2023], 0))), ...slow.map(inFolder));
    await save(page);
    await waitForText(page, '#upload-state', '已读 30 份');
    await page.reload();
    await waitForText(page, '#upload-state', '已读 30 份');
    await page.click('#cancel');
    const ended = await waitForText(page, '#results', '导入已取消');
    expect(ended).toContain('取消前读了 30 份报告：已保存 30 份。已保存的仍然有效，其余的没有导入。');
    expect(await readText(page, '#file-1')).toBe('慢0.ods\n\n导入停止时还没有读完');
    expect(await storedIn(2023)).toEqual([{ count: 30 }]);
    await page.reload();
    await waitForText(page, '#token-state', '令牌可用');
    expect(await page.$('#results[hidden]')).not.toBeNull();
  });

  test('a dry run of more than an answer holds lists the refused ones', async () => {
    const page = await open(write('试.csv', wideCsv(reports([2024], 210))));
    await page.click('#send');
    const checked = await waitForText(page, '#results', '检查结果（没有保存）');
    expect(checked).toContain('读到 240 份报告：可以保存 30 份，不能保存 210 份。');
    expect(checked).toContain('不能保存的报告，列出前 200 份（一共 210 份');
    expect(await page.$$('#file-0 .refused > li')).toHaveLength(200);
    expect(await readText(page, '#save')).toBe('保存可以保存的 30 份');
    expect(await storedIn(2024)).toEqual([{ count: 0 }]);
    await page.click('#save');
    expect(await waitForText(page, '#results', '上传结果')).toContain('已保存 30 份，没有保存 210 份');
  });

  test('nothing broke the policy of the page', () => {
    expect(browser.complaints).toEqual([]);
    expect(browser.askedElsewhere).toEqual([]);
  });
});
