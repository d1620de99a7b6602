import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { atDesk, type AtDesk } from '../support/desk.js';
import { registerTree } from '../support/registerTree.js';
import { at, startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

/** 机关, 要求 and 送达 by use, as who keeps them does. */
describe.skipIf(skipReason)('what the system administrator keeps, on pages', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let keeper: AtDesk;
  let listener: Server;
  const target = () => {
    const address = listener.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  };

  beforeAll(async () => {
    listener = createServer((_request, answer) => answer.end());
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    server = await startTestServer(undefined, { webhooks: { targets: [target()] } });
    await registerTree(server.database, {
      CITY: { name: '某市人民政府（汇总）', consolidates: true },
      O1: { name: '某市知识产权局', parent: 'CITY' },
      O2: { name: '某市市场监督管理局', parent: 'CITY' },
      O3: { name: '某区人民政府', parent: 'CITY' },
      O4: { name: '某市物价检查所', parent: 'O2' },
    });
    browser = await startBrowser(server.address);
    const page = await browser.open('/sign-in');
    await page.evaluate(`sessionStorage.setItem('nianbao.token', ${JSON.stringify(server.token)})`);
    keeper = atDesk(page, server.address);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await new Promise((resolve) => (listener ? listener.close(resolve) : resolve(null)));
  });

  /** Opens the changes of an agency and chooses one; nothing is done before it is confirmed. */
  async function begin(agency: string, kind: string): Promise<void> {
    await keeper.go('/agencies');
    await keeper.press(`变更：${agency}`);
    await keeper.choose('#change-kind', kind);
  }

  async function confirm(reason: string): Promise<string> {
    await keeper.fill('依据（例如文号）', reason);
    await keeper.press('下一步');
    const asked = await waitForText(keeper.page, '.notice', '确认变更');
    await keeper.press('确认变更');
    await keeper.sees('✓ 已办');
    return asked;
  }

  const agency = (code: string) =>
    server.graphql(
      `{ agency(code: "${code}") { name aliases validTo successor { code } parent { code } formerNames { name } } }`,
    );

  test('an agency is renamed: said in full before, confirmed, its former name kept', async () => {
    await begin('某市市场监督管理局（O2）', 'rename');
    await keeper.fill('新名称', '某市市场监管局');
    const asked = await confirm('市编〔2024〕1号');
    expect(asked).toContain('“某市市场监督管理局”更名为“某市市场监管局”');
    expect(asked).toContain('市编〔2024〕1号');
    expect(await agency('O2')).toMatchObject({
      data: { agency: { name: '某市市场监管局', formerNames: [{ name: '某市市场监督管理局' }] } },
    });
    await waitForText(keeper.page, 'main', '前称“某市市场监督管理局”');
  });

  test('another comes under another, one is merged and one abolished, each with its last day', async () => {
    await begin('某市物价检查所（O4）', 'move');
    await keeper.fill('新上级的机关代码', 'O3');
    await confirm('市编〔2024〕2号');
    expect(await agency('O4')).toMatchObject({ data: { agency: { parent: { code: 'O3' } } } });

    for (const [name, kind] of [
      ['某市知识产权局（O1）', 'merge'],
      ['某市物价检查所（O4）', 'abolish'],
    ] as const) {
      await begin(name, kind);
      if (kind === 'merge') await keeper.fill('并入哪个机关（代码）', 'O2');
      await keeper.page.$eval('#change-day', (input) => {
        Reflect.set(input, 'value', '2024-06-30');
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await confirm('市编〔2024〕3号');
    }
    expect(await agency('O1')).toMatchObject({
      data: { agency: { validTo: '2024-06-30', successor: { code: 'O2' } } },
    });
    expect(await agency('O4')).toMatchObject({
      data: { agency: { validTo: '2024-06-30', successor: null } },
    });
    const list = await waitForText(keeper.page, 'main', '2024-06-30 撤销');
    expect(list).toContain('2024-06-30 并入某市市场监管局');
  });

  test('what cannot be is refused with a reason, and nothing is changed', async () => {
    await begin('某区人民政府（O3）', 'move');
    await keeper.fill('新上级的机关代码', 'NOPE');
    await keeper.fill('依据（例如文号）', '市编〔2024〕4号');
    await keeper.press('下一步');
    await keeper.press('确认变更');
    await waitForText(keeper.page, '.notice', 'NOPE');
    expect(await agency('O3')).toMatchObject({ data: { agency: { parent: { code: 'CITY' } } } });
    await keeper.press('取消');
    await keeper.page.waitForFunction("!document.querySelector('#change-heading')");
  });

  test('what a city asks of its reports is set, looked at from below, and taken back', async () => {
    await keeper.go('/requirements?agency=CITY&year=2025');
    await keeper.fill('一（总体情况）的字数上限，不计空白', '1500');
    await keeper.fill('与上年文字雷同的限度（%）', '60');
    await keeper.page.type('#requirement-statements', '政府网站建设\n政务新媒体');
    await keeper.fill('依据，例如文号', '市府办〔2025〕1号');
    await keeper.press('保存要求');
    await keeper.sees('✓ 要求已设定');
    await keeper.go('/requirements?agency=O3&year=2025');
    const below = await keeper.sees('政务新媒体');
    expect(below).toContain('1500');
    await keeper.go('/requirements?agency=CITY&year=2025');
    await keeper.fill('依据，例如文号', '另行通知');
    await keeper.press('取消要求');
    await keeper.sees('✓ 要求已取消');
    await keeper.sees('没有另外的要求');
  });

  test('a target is registered once with its secret, is told of a change, repeated by hand, and taken off', async () => {
    await keeper.go('/deliveries');
    await keeper.fill('地址', 'http://192.0.2.1/hook');
    await keeper.press('登记通知地址');
    await keeper.sees('不在允许的名单里');
    await keeper.fill('地址', `${target()}/hook`);
    await keeper.press('登记通知地址');
    expect(await keeper.sees('密钥（只显示这一次')).toMatch(/whsec_\S+/);
    await keeper.fill('地址中的文字', '没有这样的');
    await keeper.page.waitForFunction("!document.querySelector('main').innerText.includes('/hook')");
    await keeper.fill('地址中的文字', 'hook');
    await keeper.sees('/hook');

    await server.register('O9', '某市新机关');
    await keeper.page.waitForFunction(
      `fetch('/graphql', { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + sessionStorage.getItem('nianbao.token') },
        body: JSON.stringify({ query: '{ deliveries { totalCount } }' }) }).then((answer) => answer.json()).then(({ data }) => data.deliveries.totalCount > 0)`,
      { polling: 200 },
    );
    await keeper.go('/deliveries');
    await keeper.press('重新送达');
    await keeper.sees('✓ 将重新送达');
    await keeper.press('取消');
    await keeper.fill('取消的理由', '系统已下线');
    await keeper.press('取消');
    await keeper.sees('已取消');
    const answer = await server.graphql('{ webhooks { nodes { removedAt } } }');
    expect(at(answer, 'data', 'webhooks', 'nodes', 0, 'removedAt')).not.toBeNull();
  });
});
