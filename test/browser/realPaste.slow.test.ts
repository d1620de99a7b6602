import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { atDesk, type AtDesk } from '../support/desk.js';
import { hasDisplay, startDisplay, type Display, type OfficeWindow } from '../support/display.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

const rules = ['issued', 'repealed', 'inForce'].map((column) => `documents.rules.${column}`);
const received = 'requests.received.naturalPerson';
const fee = 'fees.fees.amount';

/** A sheet a case, each marked by a number that is in no other. */
async function sheets(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = (name: string, rows: readonly (readonly (string | number | null)[])[]) => {
    const added = workbook.addWorksheet(name);
    for (const row of rows) added.addRow([...row]);
    return added;
  };
  sheet('plain', [
    [101, 102, 103],
    [104, 105, 106],
  ]);
  sheet('hidden', [[201], [202], [203]]).getRow(2).hidden = true;
  sheet('rounded', [[301.6318], [302]]).getCell('A1').numFmt = '0.00';
  sheet('scaled', [[4013180], [402]]).getCell('A1').numFmt = '0!.0,"万元"';
  sheet('edges', [
    [null, null, null],
    [null, 501, 502],
  ]);
  sheet('merged', [
    ['规章', null],
    [601, 602],
  ]).mergeCells('A1:B1');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Blocks that other programs put on the clipboard of a real display, pasted in a browser on it. */
describe.skipIf(skipReason !== null || !hasDisplay)(
  'a block copied in LibreOffice and pasted in Chromium',
  () => {
    let server: TestServer;
    let display: Display;
    let browser: TestBrowser;
    let clerk: AtDesk;
    let scratch: Page;
    let folder: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'nianbao-paste-'));
      server = await startTestServer();
      await server.register('4115', '某市司法局');
      const bytes = await sampleWorkbook('某市司法局', 2024);
      expect((await server.upload([{ file: '年报.xlsx', bytes }])).status).toBe(200);
      display = await startDisplay();
      browser = await startBrowser(server.address, display.name);
      const page = await browser.open('/sign-in');
      await page.evaluate(`sessionStorage.setItem('nianbao.token', ${JSON.stringify(server.token)})`);
      clerk = atDesk(page, server.address);
      await clerk.go('/reports/4115/2024');
      await clerk.hasStatus('DRAFT');
      scratch = await browser.open('/favicon.svg');
      await scratch.goto('about:blank');
      await scratch.setContent('<textarea autofocus></textarea>');
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await display?.close();
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function pasteHere(page: Page): Promise<void> {
      await page.keyboard.down('Control');
      await page.keyboard.down('v', { commands: ['Paste'] });
      await page.keyboard.up('v');
      await page.keyboard.up('Control');
    }

    /** Copies in the other program until the clipboard of the browser has it. */
    async function copy(office: OfficeWindow, keys: readonly string[], mark: string): Promise<void> {
      await vi.waitFor(
        async () => {
          await office.press(...keys);
          await scratch.bringToFront();
          await scratch.$eval('textarea', (field) => field.setAttribute('data-old', ''));
          await scratch.evaluate(`document.querySelector('textarea').value = ''`);
          await scratch.focus('textarea');
          await pasteHere(scratch);
          expect(await scratch.evaluate(`document.querySelector('textarea').value`)).toContain(mark);
        },
        { timeout: 90_000, interval: 500 },
      );
    }

    async function pasteAt(cell: string): Promise<void> {
      await clerk.page.bringToFront();
      await clerk.page.focus(`input[data-cell="${cell}"]`);
      await pasteHere(clerk.page);
    }

    /** What the panel asks; nothing was written before. */
    async function asks(cell: string, words: string): Promise<string> {
      const before = await clerk.cell(cell);
      await pasteAt(cell);
      const asked = await waitForText(clerk.page, '.paste', words);
      expect(await clerk.cell(cell)).toBe(before);
      return asked;
    }

    test('from Calc', async () => {
      const path = join(folder, 'blocks.xlsx');
      writeFileSync(path, await sheets());
      const office = await display.openInOffice(path, 'calc');
      const block = ['ctrl+Home', 'ctrl+shift+End', 'ctrl+c'];
      const next = ['Escape', 'ctrl+Next'];

      await copy(office, block, '101');
      await pasteAt(rules[0]!);
      await vi.waitFor(async () => expect(await clerk.cell(rules[2]!)).toBe('103'), { timeout: 10_000 });
      expect(await clerk.cell('documents.normativeDocuments.issued')).toBe('104');
      await clerk.press('撤销上一步');
      expect(await clerk.cell(rules[2]!)).not.toBe('103');

      await office.press(...next);
      await copy(office, block, '201');
      expect(await asks(received, '请选哪一种')).toMatch(/2 行 × 1 列[^]*3 行 × 1 列/);
      await clerk.press('取消');

      await office.press(...next);
      await copy(office, ['ctrl+Home', 'ctrl+c'], '301');
      expect(await asks(fee, '显示的和存着的不一样')).toMatch(/301\.63[^]*301\.6318/);
      await clerk.page.click('.paste input[value="stored"]');
      await clerk.press('填入 1 格');
      expect(await clerk.cell(fee)).toBe('301.6318');

      await office.press(...next);
      await copy(office, ['ctrl+Home', 'ctrl+c'], '万元');
      await asks(fee, '4013180');
      await clerk.press('取消');

      await office.press(...next);
      await copy(office, ['ctrl+Home', 'ctrl+shift+End', 'ctrl+c'], '501');
      // The text has lost the empty edges, the table has not: nothing moves up or to the left.
      await pasteAt(rules[0]!);
      await vi.waitFor(
        async () => expect(await clerk.cell('documents.normativeDocuments.repealed')).toBe('501'),
        { timeout: 10_000 },
      );
      expect(await clerk.cell('documents.normativeDocuments.inForce')).toBe('502');
      await clerk.press('撤销上一步');
      expect(await clerk.cell('documents.normativeDocuments.repealed')).not.toBe('501');

      await office.press(...next);
      await copy(office, block, '601');
      await asks(rules[0]!, '规章');
      await clerk.press('取消');
      await office.close();
    }, 600_000);

    test('from Writer, whose plain text has lost the columns', async () => {
      const path = join(folder, 'table.html');
      writeFileSync(path, '<table border="1"><tr><td>701</td><td>702</td><td>703</td></tr></table>');
      const office = await display.openInOffice(path, 'writer');
      await copy(office, ['ctrl+a', 'ctrl+a', 'ctrl+a', 'ctrl+c'], '701');
      expect(await asks(rules[0]!, '请选哪一种')).toContain('1 行 × 3 列');
      await clerk.page.click('.paste input[name="paste-choice"]');
      await clerk.press('填入 3 格');
      expect(await Promise.all(rules.map((key) => clerk.cell(key)))).toEqual(['701', '702', '703']);
      await office.close();
    }, 300_000);
  },
);
