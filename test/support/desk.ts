import type { Page } from 'puppeteer-core';
import { waitForText, type TestBrowser } from './browser.js';

/** What a person does at a page of the desk, by the names she reads. */
export interface AtDesk {
  readonly page: Page;
  go(path: string): Promise<void>;
  press(button: string): Promise<void>;
  /** Types in the field with this label; what stands there goes. */
  fill(label: string, text: string): Promise<void>;
  /** Types in a cell of the form. */
  type(cell: string, text: string): Promise<void>;
  cell(key: string): Promise<string>;
  /** Takes a value from a list, as soon as the page shows it. */
  choose(list: string, value: string): Promise<void>;
  /** Waits until the page says it. */
  sees(words: string): Promise<string>;
  hasStatus(status: string): Promise<void>;
}

export function atDesk(page: Page, address: string): AtDesk {
  const timeout = 30_000;
  const input = (key: string) => `input[data-cell="${key}"]`;

  async function replace(selector: string, text: string): Promise<void> {
    await page.waitForSelector(selector, { timeout });
    await page.focus(selector);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    if (text === '') await page.keyboard.press('Backspace');
    else await page.keyboard.type(text);
  }

  return {
    page,
    async go(path) {
      await page.goto(address + path, { waitUntil: 'load' });
    },
    async press(button) {
      await page.locator(`::-p-aria([name="${button}"][role="button"])`).setTimeout(timeout).click();
    },
    async fill(label, text) {
      const found = await page.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`, { timeout });
      await found?.evaluate((element) => {
        if (element instanceof Object && 'focus' in element && typeof element.focus === 'function')
          Reflect.apply(element.focus, element, []);
      });
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    },
    type: (key, text) => replace(input(key), text),
    async cell(key) {
      await page.waitForSelector(input(key), { timeout });
      return String(await page.$eval(input(key), (element) => Reflect.get(element, 'value')));
    },
    async choose(list, value) {
      await page.waitForSelector(list, { timeout });
      await page.select(list, value);
    },
    sees: (words) => waitForText(page, 'main', words),
    async hasStatus(status) {
      await page.waitForSelector(`main [data-status="${status}"]`, { timeout });
    },
  };
}

/** Signs in with an account in a profile of its own: nobody sees the session of another. */
export async function signInAtDesk(
  browser: TestBrowser,
  address: string,
  name: string,
  password: string,
): Promise<AtDesk> {
  const desk = atDesk(await browser.openAlone('/sign-in'), address);
  await desk.fill('账号', name);
  const field = await desk.page.waitForSelector('::-p-aria([name="密码"])');
  await field?.type(password);
  await desk.press('登录');
  return desk;
}

/** The first sign-in asks for a password of one's own. */
export async function changeAtDesk(desk: AtDesk, own: string): Promise<void> {
  const field = await desk.page.waitForSelector('::-p-aria([name="新密码"])', { timeout: 30_000 });
  await field?.type(own);
  await desk.press('换新密码');
  await desk.sees('待办');
}
