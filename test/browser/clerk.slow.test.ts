import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { faultsOf } from '../support/axe.js';
import { skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { changeAtDesk, signInAtDesk, type AtDesk } from '../support/desk.js';
import { openAccount } from '../support/people.js';
import { soundSections } from '../support/prose.js';
import { registerTree } from '../support/registerTree.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

const year = 2024;
const cell = 'licensing.licensing.decisions';

/** In the page: what is saved arrives, and its answer never comes back. */
const loseAnswers = `{
  const asked = window.fetch;
  window.fetch = async (path, init) => {
    const answer = await asked(path, init);
    if (!String(init?.body).includes('mutation CorrectCells') || window.answersCome) return answer;
    throw new TypeError('Failed to fetch');
  };
}`;

/** What goes wrong between a clerk and the server, what she prints, and for whom she acts. */
describe.skipIf(skipReason)('a clerk at her desk', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let clerk: AtDesk;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-clerk-'));
    server = await startTestServer();
    await registerTree(server.database, {
      CITY: { name: '某市人民政府（汇总）', consolidates: true },
      O1: { name: '某市司法局', parent: 'CITY' },
      O2: { name: '某市档案馆', parent: 'CITY' },
    });
    for (const name of ['某市司法局', '某市档案馆']) {
      const bytes = await sampleWorkbook(name, year);
      expect((await server.upload([{ file: `${name}.xlsx`, bytes }])).status).toBe(200);
    }
    browser = await startBrowser(server.address);
    const first = await openAccount(server, '王某', [
      { role: Role.FILER, agency: 'O1' },
      { role: Role.FILER, agency: 'O2' },
      { role: Role.REVIEWER, agency: 'CITY' },
    ]);
    clerk = await signInAtDesk(browser, server.address, '王某', first);
    await changeAtDesk(clerk, 'Zhengwu-2026');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const actFor = async (words: string) => {
    await clerk.page.waitForSelector('.top select');
    const value = await clerk.page.$$eval(
      '.top option',
      (options, wanted) =>
        options
          .filter((option) => option.textContent?.includes(wanted))
          .map((option) => option.getAttribute('value') ?? ''),
      words,
    );
    await clerk.page.select('.top select', value[0] ?? '');
    // Beside her name, once the server has taken it.
    const [office, role] = [words.slice(0, words.lastIndexOf('（')), words.slice(words.lastIndexOf('（'))];
    await clerk.page.waitForFunction(
      `[...document.querySelectorAll('.top span.viewer')].some(({ innerText }) =>
        innerText.startsWith(${JSON.stringify(office)}) && innerText.endsWith(${JSON.stringify(role)}))`,
    );
  };

  test('with several offices she always sees for which she acts, on every page, and changes it there', async () => {
    await actFor('某市档案馆（填报）');
    for (const path of ['/', '/reports', '/upload', '/ledger', `/reports/O2/${year}`]) {
      await clerk.go(path);
      expect(await waitForText(clerk.page, '.top .who', '代表'), path).toMatch(/某市档案馆[^]*（填报）/);
    }
    expect(await faultsOf(clerk.page)).toEqual([]);
    // The office of another of hers cannot be worked on before she acts for it.
    await clerk.go(`/reports/O1/${year}`);
    expect(await clerk.sees('没有这个机关')).not.toContain('上报');
    await actFor('某市司法局（填报）');
    await clerk.go(`/reports/O1/${year}`);
    await clerk.hasStatus('DRAFT');
  });

  test('the network ends before saving: said at once, nothing is lost, offered again after a reload', async () => {
    await clerk.type(cell, '31');
    await clerk.fill('理由', '与台账核对');
    await clerk.page.setOfflineMode(true);
    await waitForText(clerk.page, '.offline', '网络已断开');
    await clerk.press('保存更正');
    await clerk.sees('连不上服务器');
    expect(await clerk.cell(cell)).toBe('31');
    await clerk.page.setOfflineMode(false);
    await clerk.page.reload();
    await clerk.sees('没有保存的 1 处改动');
    await clerk.press('恢复');
    expect(await clerk.cell(cell)).toBe('31');
    await clerk.fill('理由', '与台账核对');
    await clerk.press('保存更正');
    await clerk.sees('✓ 已保存');
  });

  test('what is typed while something older is offered is kept as well, and the newer of both is taken', async () => {
    const other = 'enforcement.penalties.decisions';
    await clerk.type(cell, '51');
    await clerk.sees('改了 1 处');
    await clerk.page.reload();
    await clerk.sees('没有保存的 1 处改动');
    await clerk.type(other, '52');
    await clerk.sees('改了 1 处');
    await clerk.page.reload();
    await clerk.sees('没有保存的 2 处改动');
    await clerk.type(cell, '53');
    await clerk.press('恢复');
    expect([await clerk.cell(cell), await clerk.cell(other)]).toEqual(['53', '52']);
    await clerk.press('全部放弃');
    await clerk.page.waitForFunction("!document.querySelector('form.save')");
  });

  test('the answer to saving is lost on the way: saving again says that it is saved, once', async () => {
    await clerk.page.evaluate(loseAnswers);
    await clerk.type(cell, '32');
    await clerk.fill('理由', '再次核对');
    await clerk.press('保存更正');
    await clerk.sees('连不上服务器');
    expect(await clerk.cell(cell)).toBe('32');
    await clerk.page.evaluate('window.answersCome = true');
    await clerk.press('保存更正');
    await clerk.sees('✓ 已保存');
    expect(
      await clerk.page.evaluate(`document.querySelector('main').innerText.includes('别人已经改动')`),
    ).toBe(false);
    // One version a saving: imported, 31, 32.
    expect(
      await server.graphql(
        `{ report(agency: "O1", year: ${year}) { version cell(key: "${cell}") { value } } }`,
      ),
    ).toEqual({ data: { report: { version: 3, cell: { value: '32' } } } });
  });

  test('prose that somebody else changed meanwhile shows both sides', async () => {
    await clerk.page.type('textarea[data-section="overview"]', '我写的总体情况。');
    const theirs = soundSections.find(({ id }) => id === 'overview')?.text ?? '';
    const mutation = `mutation { sectionCorrect(report: { agency: "O1", year: ${year} }, expectedVersion: 3, reason: "别人改的",
      changes: [{ section: "overview", text: "${theirs}" }]) { userErrors { code } } }`;
    expect(await server.graphql(mutation)).toEqual({ data: { sectionCorrect: { userErrors: [] } } });
    await clerk.fill('理由', '补写');
    await clerk.press('保存更正');
    const both = await waitForText(clerk.page, '.notice', '别人已经改动了这份报告');
    expect(both).toMatch(/一、总体情况[^]*我写的总体情况。/);
    expect(both).toContain(theirs.slice(0, 20));
    await clerk.press('用系统里的');
    await clerk.page.waitForFunction("!document.querySelector('form.save')");
  });

  /** What the print of the page says, page by page, as paper would hold it. */
  async function printed(name: string): Promise<string> {
    const path = join(folder, name);
    await clerk.page.pdf({ path, format: 'A4', printBackground: true });
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  }

  test('the report is printed with every number of it, and without what only a screen needs', async () => {
    const paper = await printed('report.pdf');
    for (const words of ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'])
      expect(paper).toContain(words);
    expect(paper).toMatch(/行政许可\s+32/);
    for (const words of ['核对结果', '退出登录', '复制这张表']) expect(paper).not.toContain(words);
  });

  test('the receipt is printed alone, on one page, whole', async () => {
    await actFor('某市档案馆（填报）');
    await clerk.go(`/reports/O2/${year}`);
    await clerk.hasStatus('DRAFT');
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');
    await clerk.sees('上报回执');
    await clerk.page.evaluate('window.print = () => undefined');
    const print = await clerk.page.waitForSelector('.receipt button::-p-text(打印)');
    await print?.click();
    const paper = await printed('receipt.pdf');
    expect(paper).toContain('上报回执');
    expect(paper).toContain('某市档案馆');
    expect(paper.replace(/\s/g, '')).toMatch(/[0-9a-f]{64}/);
    expect(paper).not.toContain('二、主动公开政府信息情况');
    expect(paper.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1);
    await clerk.page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  });

  test('a reviewer accepts several at once where nothing is wrong, and no others', async () => {
    await actFor('某市人民政府（汇总）（审核）');
    await clerk.go(`/reports?year=${year}`);
    await waitForText(clerk.page, 'main table', '某市档案馆');
    const boxes = await clerk.page.$$eval('tbody input[type="checkbox"]', (all) =>
      all.map((box) => box.getAttribute('aria-label') ?? ''),
    );
    // O1 is a draft: nothing to accept.
    expect(boxes).toHaveLength(1);
    expect(boxes[0]).toContain('某市档案馆');
  });
});
