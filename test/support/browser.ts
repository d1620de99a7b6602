import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';

export const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Why the tests in a browser are skipped; null when they run. With REQUIRE_BROWSER=1 they run in any case, and
 * fail where there is no Chromium.
 */
export const skipReason =
  process.env['REQUIRE_BROWSER'] === '1' || existsSync(executable)
    ? null
    : `没有 ${executable}，跳过浏览器测试（用环境变量 CHROMIUM 指明位置）`;

/** Chromium with a profile of its own that can reach one server and nothing else. */
export interface TestBrowser {
  /** Opens a page of the server in a tab of its own. */
  open(path: string, size?: { width: number; height: number }): Promise<Page>;
  /** The same without the cookies of the other tabs. */
  openAlone(path: string, size?: { width: number; height: number }): Promise<Page>;
  /** Every address on another host that any page asked for. */
  readonly askedElsewhere: readonly string[];
  /** What a page complained about: errors in scripts, things its content policy forbade. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** With a display, the browser has windows and shares the clipboard of the programs beside it. */
export async function startBrowser(address: string, display?: string): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'nianbao-browser-'));
  const { host, hostname } = new URL(address);
  const askedElsewhere: string[] = [];
  const complaints: string[] = [];
  const removeProfile = () => rmSync(profile, { recursive: true, force: true });
  const launched = puppeteer.launch({
    executablePath: executable,
    userDataDir: profile,
    ...(display !== undefined && { headless: false, env: { ...process.env, DISPLAY: display } }),
    args: [
      ...(display === undefined ? ['--headless'] : []),
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      // Also what no page asks for, but the browser itself.
      `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${hostname}`,
    ],
  });
  const browser = await launched.catch((error: unknown) => {
    removeProfile();
    throw error;
  });

  async function guard(page: Page): Promise<void> {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const url = new URL(request.url());
      const isLocal = url.host === host || ['data:', 'blob:', 'about:'].includes(url.protocol);
      if (!isLocal) askedElsewhere.push(request.url());
      void (isLocal ? request.continue() : request.abort());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
  }

  async function load(page: Page, path: string, size = { width: 1366, height: 768 }): Promise<Page> {
    await page.setViewport(size);
    await guard(page);
    await page.goto(address + path, { waitUntil: 'load' });
    // The desk asks who has signed in before it shows a page.
    await page.waitForFunction("!document.querySelector('#desk') || document.querySelector('main > *')");
    return page;
  }

  return {
    askedElsewhere,
    complaints,
    async open(path, size) {
      return load(await browser.newPage(), path, size);
    },
    async openAlone(path, size) {
      return load(await (await browser.createBrowserContext()).newPage(), path, size);
    },
    async close() {
      await browser.close();
      removeProfile();
    },
  };
}

/** The text a person reads in an element, once there is one. */
export async function readText(page: Page, selector: string): Promise<string> {
  await page.waitForSelector(selector, { visible: true });
  return String(await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).innerText`));
}

/** Waits until an element says something that contains `words`, and answers all it says. */
export async function waitForText(page: Page, selector: string, words: string): Promise<string> {
  const element = `document.querySelector(${JSON.stringify(selector)})`;
  await page.waitForFunction(`${element}?.innerText.includes(${JSON.stringify(words)})`, { timeout: 30_000 });
  return readText(page, selector);
}
