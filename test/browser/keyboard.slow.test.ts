import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipReason, startBrowser, type TestBrowser } from '../support/browser.js';
import { closedPages, stateYear } from '../support/deskStates.js';
import { registerTree } from '../support/registerTree.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

/** In the page: unfolds what is folded and remembers every control that a person sees and may use. */
const collect = `{
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  const isChosen = (input) => input.type !== 'radio' || input.checked
    || !document.querySelector('input[type="radio"][name="' + input.name + '"]:checked');
  window.controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((each) => !each.disabled && each.type !== 'hidden' && each.getClientRects().length > 0)
    .filter((each) => !(each instanceof HTMLInputElement) || isChosen(each));
}`;

/** In the page: where the focus is, and whether it can be seen there. */
const whereNow = `(() => {
  const now = document.activeElement;
  if (now === document.body || now === null) return { index: -1, isSeen: true, name: '' };
  const { outlineStyle, outlineWidth } = getComputedStyle(now);
  const place = now.getBoundingClientRect();
  const isThere = place.width > 0 && place.bottom > 0 && place.top < innerHeight;
  return {
    index: window.controls.indexOf(now),
    isSeen: isThere && outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
    name: now.outerHTML.slice(0, 120),
  };
})()`;

interface Where {
  readonly index: number;
  readonly isSeen: boolean;
  readonly name: string;
}

function whereOf(found: unknown): Where {
  const { index, isSeen, name } = Object(found);
  return { index: Number(index), isSeen: isSeen === true, name: String(name) };
}

/** Goes through a page with Tab until it is at its end; what was not reached, and where the focus was not seen. */
async function walk(page: Page): Promise<{ steps: number; missed: unknown; unseen: string[] }> {
  await page.evaluate(collect);
  const count = Number(await page.evaluate('window.controls.length'));
  const reached = new Set<number>();
  const unseen: string[] = [];
  let steps = 0;
  // What opens beside a cell while somebody is at it adds controls of its own.
  for (; steps < 2 * count + 60; steps += 1) {
    await page.keyboard.press('Tab');
    const { index, isSeen, name } = whereOf(await page.evaluate(whereNow));
    if (index === -1 && name === '' && steps > 0) break;
    if (index >= 0 && reached.has(index)) break;
    if (index >= 0) reached.add(index);
    if (!isSeen) unseen.push(name);
  }
  const missed = await page.evaluate(
    `window.controls.filter((each, index) => each.isConnected && !each.disabled && !${JSON.stringify([...reached])}.includes(index)).map((each) => each.outerHTML.slice(0, 120))`,
  );
  return { steps, missed, unseen };
}

describe.skipIf(skipReason)('everything by keyboard', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startTestServer();
    await registerTree(server.database, {
      CITY: { name: '某市人民政府（汇总）', consolidates: true },
      O1: { name: '某市司法局', parent: 'CITY' },
    });
    const bytes = await sampleWorkbook('某市司法局', stateYear, {
      'requests.received.naturalPerson': '2',
      'fees.fees.amount': '7320',
    });
    expect((await server.upload([{ file: '年报.xlsx', bytes }])).status).toBe(200);
    browser = await startBrowser(server.address);
    page = await browser.open('/sign-in');
    await page.evaluate(`sessionStorage.setItem('nianbao.token', ${JSON.stringify(server.token)})`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(closedPages.map(({ ready }) => ready))(
    '%s: Tab reaches every control, the focus is seen, and nothing holds it',
    async (path) => {
      await page.goto(server.address + path, { waitUntil: 'networkidle0' });
      await page.waitForSelector('main h1');
      const { steps, missed, unseen } = await walk(page);
      expect(missed).toEqual([]);
      expect(unseen).toEqual([]);
      expect(steps).toBeGreaterThan(10);
    },
    // A report has more than two hundred stops.
    180_000,
  );

  test('signing in', async () => {
    const stranger = await browser.openAlone('/sign-in');
    await stranger.waitForSelector('main h1');
    const { missed, unseen } = await walk(stranger);
    expect(missed).toEqual([]);
    expect(unseen).toEqual([]);
  });
});
