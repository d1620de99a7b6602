import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { atDesk, type AtDesk } from '../support/desk.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

describe.skipIf(skipReason)('the form page in Chromium', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let clerk: AtDesk;
  const received = 'requests.received.naturalPerson';

  beforeAll(async () => {
    server = await startTestServer();
    await server.register('4115', '某市司法局');
    const bytes = await sampleWorkbook('某市司法局', 2024);
    expect((await server.upload([{ file: '年报.xlsx', bytes }])).status).toBe(200);
    browser = await startBrowser(server.address);
    const page = await browser.open('/sign-in');
    await page.evaluate(`sessionStorage.setItem('nianbao.token', ${JSON.stringify(server.token)})`);
    clerk = atDesk(page, server.address);
    await clerk.go('/reports/4115/2024');
    await clerk.hasStatus('DRAFT');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const focused = () => clerk.page.evaluate("document.activeElement.dataset.cell ?? ''");

  /** What a paste event brings, as the clipboard of another program would. */
  async function paste(cell: string, text: string, html = ''): Promise<void> {
    await clerk.page.focus(`input[data-cell="${cell}"]`);
    await clerk.page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(text)});
      if (${JSON.stringify(html)}) data.setData('text/html', ${JSON.stringify(html)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }`);
  }

  test('every cell is a text field named by its row and column', async () => {
    const cells = await clerk.page.$$eval('input[data-cell]', (inputs) =>
      inputs.map((input) => [input.getAttribute('type'), input.getAttribute('aria-label')]),
    );
    expect(cells).toHaveLength(200);
    expect(cells).toContainEqual(['text', '（三）不予公开·1.属于国家秘密 自然人（件）']);
    expect(cells).toContainEqual(['text', '行政诉讼·复议后起诉 结果维持（件）']);
  });

  test('a slip is judged while typing, shows beside its cell, and leads there; undo takes it back', async () => {
    const before = await clerk.cell(received);
    await clerk.type(received, '２');
    await clerk.page.waitForSelector('[data-finding="R-BALANCE"]');
    await clerk.page.waitForSelector(`td.suspect input[data-cell="${received}"][aria-invalid="true"]`);
    expect(await waitForText(clerk.page, '.beside', '年报!')).toContain('更正历史');
    await clerk.page.focus('#section-overview textarea');
    await clerk.page.click('[data-finding="R-BALANCE"] .message');
    expect(await focused()).toBe(received);
    expect(await clerk.cell(received)).toBe('2');
    await clerk.press('撤销上一步');
    await clerk.sees('没有发现错误');
    expect(await clerk.cell(received)).toBe(before);
  });

  test('arrows, Enter and Tab move as in a spreadsheet', async () => {
    await clerk.page.focus(`input[data-cell="${received}"]`);
    for (const [key, cell] of [
      ['ArrowDown', 'requests.carriedOver.naturalPerson'],
      ['Enter', 'requests.disclosed.naturalPerson'],
      ['ArrowRight', 'requests.disclosed.business'],
      ['ArrowUp', 'requests.carriedOver.business'],
      ['Tab', 'requests.carriedOver.researchInstitution'],
      ['ArrowLeft', 'requests.carriedOver.business'],
    ] as const) {
      await clerk.page.keyboard.press(key);
      expect(await focused()).toBe(cell);
    }
  });

  test('a block both shapes agree on goes into place at once and is undone as one', async () => {
    const keys = ['documents.rules.issued', 'documents.rules.repealed', 'documents.rules.inForce'];
    const before = await Promise.all(keys.map((key) => clerk.cell(key)));
    const html =
      '<table><tr><td sdval="4">4</td><td>5</td><td><script>window.bad = 1</script>6</td></tr></table>';
    await paste(keys[0]!, '4\t5\t6\n', html);
    expect(await Promise.all(keys.map((key) => clerk.cell(key)))).toEqual(['4', '5', '6']);
    expect(await clerk.page.evaluate('window.bad')).toBeUndefined();
    await clerk.page.keyboard.down('Control');
    await clerk.page.keyboard.press('z');
    await clerk.page.keyboard.up('Control');
    expect(await Promise.all(keys.map((key) => clerk.cell(key)))).toEqual(before);
  });

  test('a rounded number and a hidden row are asked about, nothing is written before', async () => {
    const before = await clerk.cell('fees.fees.amount');
    await paste('fees.fees.amount', '53.63', '<table><tr><td sdval="53.6318">53.63</td></tr></table>');
    const asked = await waitForText(clerk.page, '.paste', '显示的和存着的不一样');
    expect(asked).toContain('53.6318');
    expect(await clerk.cell('fees.fees.amount')).toBe(before);
    await clerk.page.click('.paste input[value="stored"]');
    await clerk.press('填入 1 格');
    expect(await clerk.cell('fees.fees.amount')).toBe('53.6318');

    await paste(received, '1\n2\n3', '<table><tr><td>1</td></tr><tr><td>3</td></tr></table>');
    expect(await waitForText(clerk.page, '.paste', '请选哪一种')).toMatch(/2 行 × 1 列[^]*3 行 × 1 列/);
    await clerk.press('取消');
    await clerk.press('全部放弃');
  });

  test('what is typed survives a reload and is offered again; somebody else’s change shows both sides', async () => {
    await clerk.type('licensing.licensing.decisions', '41');
    await clerk.sees('改了 1 处');
    await clerk.page.reload();
    await clerk.sees('没有保存的 1 处改动');
    await clerk.press('恢复');
    expect(await clerk.cell('licensing.licensing.decisions')).toBe('41');
    const mutation = `mutation { cellCorrect(report: { agency: "4115", year: 2024 }, expectedVersion: 1, reason: "别人改的",
      changes: [{ key: "licensing.licensing.decisions", value: "40" }]) { userErrors { code } } }`;
    expect(await server.graphql(mutation)).toEqual({ data: { cellCorrect: { userErrors: [] } } });
    await clerk.fill('理由', '核对台账');
    await clerk.press('保存更正');
    const both = await clerk.sees('别人已经改动了这份报告');
    expect(both).toMatch(/行政许可[^\n]*\s+40\s+41/);
    await clerk.press('保存更正');
    await clerk.sees('✓ 已保存');
    expect(await server.graphql('{ report(agency: "4115", year: 2024) { version } }')).toEqual({
      data: { report: { version: 3 } },
    });
  });

  test('no page asked any other host for anything, and nothing broke the policy', () => {
    expect(browser.askedElsewhere).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
