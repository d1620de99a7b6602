import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { skipReason, startBrowser, type TestBrowser } from '../support/browser.js';
import { changeAtDesk, signInAtDesk, type AtDesk } from '../support/desk.js';
import { openAccount } from '../support/people.js';
import { sampleSeason, sampleYear } from '../support/sampleSeason.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A folder to keep all pictures in, to look at; else they are thrown away. */
const wanted = process.env['PICTURES'];
/** RENEW_GUIDE=1 takes the pictures of the guide anew. */
const renews = process.env['RENEW_GUIDE'] === '1';
const guideFolder = join(root, 'docs/pictures');
const guide = new Set([
  'waiting',
  'form',
  'review',
  'list',
  'season',
  'plots',
  'rollup',
  'publish',
  'people',
  'audit',
]);
const guideSize = { width: 1100, height: 620 };

/** The pages of the guide, each as its role sees it. */
const pictures = [
  ['waiting', '审核', '/'],
  ['form', '填报', `/reports/O1/${sampleYear}`],
  ['start', '填报', `/reports/O1/${sampleYear + 1}`],
  ['review', '审核', `/reports/O3/${sampleYear}`],
  ['list', '审核', `/reports?year=${sampleYear}`],
  ['season', '审核', `/season/CITY/${sampleYear}`],
  ['reminders', '审核', `/season/CITY/${sampleYear}?reminders`],
  ['rollup', '审核', `/rollup/CITY/${sampleYear}`],
  ['waivers', '审核', '/waivers'],
  ['publish', '发布', `/reports/O4/${sampleYear}`],
  ['upload', '填报', '/upload'],
  ['agencies', '管理', '/agencies'],
  ['people', '管理', '/people'],
  ['audit', '管理', '/audit'],
  ['requirements', '管理', '/requirements?agency=CITY'],
  ['deliveries', '管理', '/deliveries'],
  ['ledger', '填报', '/ledger'],
  ['statistics', '审核', `/requests/CITY/${sampleYear}`],
  ['choose', '审核', '/season'],
  ['refused', '填报', '/people'],
  ['nowhere', '填报', '/nowhere'],
] as const;
const sizes = { wide: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;

describe.skipIf(skipReason)('pictures of the desk', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let folder: string;
  const desks = new Map<string, AtDesk>();

  beforeAll(async () => {
    folder = wanted ?? mkdtempSync(join(tmpdir(), 'nianbao-pictures-'));
    mkdirSync(folder, { recursive: true });
    server = await startTestServer();
    await sampleSeason(server);
    browser = await startBrowser(server.address);
    for (const [name, role, agency] of [
      ['填报', Role.FILER, 'O1'],
      ['审核', Role.REVIEWER, 'CITY'],
      ['发布', Role.PUBLISHER, 'CITY'],
      ['管理', Role.ADMINISTRATOR, null],
    ] as const) {
      const first = await openAccount(server, name, [{ role, agency }]);
      const desk = await signInAtDesk(browser, server.address, name, first);
      await changeAtDesk(desk, 'Zhengwu-2026');
      desks.set(name, desk);
    }
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (wanted === undefined) rmSync(folder, { recursive: true, force: true });
  });

  async function settle(page: Page): Promise<void> {
    await page.waitForSelector('main h1');
    await page.waitForNetworkIdle({ idleTime: 300 });
  }

  async function forGuide(page: Page, name: string): Promise<void> {
    if (!renews || !guide.has(name)) return;
    mkdirSync(guideFolder, { recursive: true });
    await page.setViewport(guideSize);
    await page.waitForNetworkIdle({ idleTime: 300 });
    await page.screenshot({ path: join(guideFolder, `${name}.png`) as `${string}.png` });
  }

  test.each(pictures)('%s', async (name, who, path) => {
    const desk = desks.get(who)!;
    for (const [size, viewport] of Object.entries(sizes)) {
      await desk.page.setViewport(viewport);
      await desk.go(path);
      if (path === '/') await desk.choose('#waiting-year', String(sampleYear));
      await settle(desk.page);
      expect(await desk.page.evaluate('document.scrollingElement.scrollWidth')).toBe(viewport.width);
      const file = join(folder, `${name}${size === 'wide' ? '' : `-${size}`}.png`);
      await desk.page.screenshot({ path: file as `${string}.png`, fullPage: wanted !== undefined });
      expect(readFileSync(file).length).toBeGreaterThan(5_000);
    }
    await forGuide(desk.page, name);
  });

  test('plots are drawn when they are looked at, with no other host and no style forbidden', async () => {
    const { page } = desks.get('审核')!;
    await page.setViewport(sizes.wide);
    for (const [path, name, count] of [
      [`/season/CITY/${sampleYear}`, 'plots', 2],
      [`/rollup/CITY/${sampleYear}`, 'peers', 2],
    ] as const) {
      await page.goto(server.address + path, { waitUntil: 'networkidle0' });
      await page.waitForSelector('figure.plot');
      for (let index = 0; index < count; index += 1) {
        await page.evaluate(
          `document.querySelectorAll('figure.plot')[${index}].scrollIntoView({ block: 'center' })`,
        );
        await page.waitForFunction(
          `document.querySelectorAll('figure.plot')[${index}]?.dataset.plot === 'drawn'`,
        );
      }
      await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
      await forGuide(page, name);
      const rows = await page.$$eval('figure.plot table tbody tr', (all) => all.length);
      expect(rows).toBeGreaterThan(7);
    }
    expect(browser.askedElsewhere).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});

test('the guide shows the pictures there are, and no others', () => {
  const files = readdirSync(guideFolder).sort();
  expect(files).toEqual([...guide].map((name) => `${name}.png`).sort());
  for (const guide of ['docs/desk.md', 'docs/desk.en.md']) {
    const shown = [...readFileSync(join(root, guide), 'utf8').matchAll(/\(pictures\/([^)]+)\)/g)];
    expect([...new Set(shown.map(([, file]) => file))].sort(), guide).toEqual(files);
  }
});
