import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipReason, startBrowser, waitForText, type TestBrowser } from '../support/browser.js';
import { changeAtDesk, signInAtDesk, type AtDesk } from '../support/desk.js';
import { openAccount } from '../support/people.js';
import { soundSections } from '../support/prose.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { startTestServer, type TestServer } from '../support/server.js';

if (skipReason) console.warn(skipReason);

const year = 2024;
const own = 'Zhengwu-2026';
const offices = Array.from({ length: 10 }, (_, index) => `O${index}`);
const nameOf = (code: string) => `第${code.slice(1)}局`;

/** Ten offices and their city play a season through the pages alone, each with an account of its own. */
describe.skipIf(skipReason)('a season in Chromium alone', () => {
  let server: TestServer;
  let browser: TestBrowser;
  let folder: string;
  const desks = new Map<string, AtDesk>();

  const desk = (name: string): AtDesk => {
    const found = desks.get(name);
    if (!found) throw new Error(`${name} has not signed in`);
    return found;
  };

  async function signIn(name: string, first: string): Promise<void> {
    const signed = await signInAtDesk(browser, server.address, name, first);
    await changeAtDesk(signed, own);
    desks.set(name, signed);
  }

  /** The tree from a table, but for one office that is registered alone, and the day by which all are to be there. */
  async function registerTheTree(): Promise<void> {
    const path = join(folder, '机关名单.csv');
    const lines = [
      'ROOT,某省人民政府,,否',
      'CITY,某市人民政府（汇总）,ROOT,是',
      ...offices.slice(0, -1).map((code) => `${code},${nameOf(code)},CITY,否`),
    ];
    writeFileSync(path, `\uFEFF代码,名称,上级代码,汇总户\n${lines.join('\n')}\n`);
    const administrator = desk('管理员');
    const { page } = administrator;
    await administrator.go('/agencies');
    const unfold = async (words: string) => {
      const summary = await page.waitForSelector(`summary::-p-text(${words})`);
      await summary?.click();
    };
    await unfold('从名单登记');
    const input = await page.waitForSelector('input#agencies-file');
    if (!input) throw new Error('the page has no file field');
    await input.uploadFile(path);
    await administrator.sees(`登记了 ${lines.length} 个机关`);

    const last = offices[offices.length - 1]!;
    await unfold('登记机关');
    await administrator.fill('代码', last);
    await administrator.fill('名称', nameOf(last));
    await administrator.fill('上级机关代码', 'CITY');
    await administrator.press('登记机关');
    await administrator.sees(`已登记${nameOf(last)}`);

    await unfold('设定期限');
    await administrator.fill('机关代码（含其下级）', 'CITY');
    await administrator.fill('日期（月-日，如 01-20；空白为法定期限）', '01-20');
    await administrator.fill('理由', '市里的通知');
    await administrator.press('设定期限');
    await administrator.sees('期限已设定');
  }

  /** The administrator opens an account for everybody on a list and hands out the slips. */
  async function openFromList(): Promise<void> {
    const path = join(folder, '账号名单.csv');
    const people = [
      ...offices.map((code) => [`填报${code}`, '填报', code]),
      ...[
        ['市里填报', '填报', 'CITY'],
        ['市里审核', '审核', 'CITY'],
        ['省里审核', '审核', 'ROOT'],
        ['省里发布', '发布', 'ROOT'],
      ],
    ];
    const lines = people.map(([name, role, code]) => `${name},${name},0571-88881234,${role},${code}`);
    writeFileSync(path, `\uFEFF账号,姓名,电话,角色,机关代码\n${lines.join('\n')}\n`);
    const administrator = desk('管理员');
    await administrator.go('/people');
    const opener = await administrator.page.waitForSelector('::-p-text(开通账号)');
    await opener?.click();
    const input = await administrator.page.waitForSelector('input#people-file');
    if (!input) throw new Error('the page has no file field');
    await input.uploadFile(path);
    await administrator.sees(`已开通 ${people.length} 个`);
    const slips = await administrator.page.$$eval('section.notice tbody tr', (rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
    expect(slips).toHaveLength(people.length);
    for (const [, name, password] of slips) await signIn(name!, password!);
    await administrator.press('收好了，清除');
  }

  async function upload(name: string, code: string, changes: Readonly<Record<string, string | null>>) {
    const path = join(folder, `${code}.xlsx`);
    const seed = 1 + Number(code.slice(1));
    writeFileSync(path, await sampleWorkbook(nameOf(code), year, changes, seed));
    const { page } = desk(name);
    await desk(name).go('/upload');
    const input = await page.waitForSelector('input#files');
    if (!input) throw new Error('the page has no file field');
    await page.click('input[value="save"]');
    await input.uploadFile(path);
    await waitForText(page, '#chosen', '已选 1 个文件');
    await page.click('#send');
    await waitForText(page, '#results', '已保存为草稿');
  }

  /** Nothing is published without words in 一 and 五. */
  async function writeProse(clerk: AtDesk): Promise<void> {
    for (const { id, text } of soundSections) {
      const field = await clerk.page.waitForSelector(`textarea[data-section="${id}"]`);
      await field?.type(text);
    }
    await clerk.fill('理由', '补填文字部分');
    await clerk.press('保存更正');
    await clerk.sees('✓ 已保存');
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-season-'));
    server = await startTestServer();
    browser = await startBrowser(server.address);
    await signIn('管理员', await openAccount(server, '管理员'));
    await registerTheTree();
    await openFromList();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a blank form is filled in on the page and submitted', async () => {
    const clerk = desk('填报O0');
    await clerk.go(`/reports/O0/${year}`);
    await clerk.press('从空白表开始');
    await clerk.hasStatus('DRAFT');
    await clerk.type('requests.received.naturalPerson', '３');
    await clerk.type('requests.disclosed.naturalPerson', '3');
    await clerk.type('requests.outcomesTotal.naturalPerson', '3');
    for (const row of ['received', 'disclosed', 'outcomesTotal'])
      await clerk.type(`requests.${row}.total`, '3');
    const zeros = await clerk.page.waitForSelector('::-p-text(格都填 0)');
    await zeros?.click();
    await clerk.sees('没有发现错误');
    // 一 and 五 are told before, not only when somebody publishes.
    await clerk.sees('补上文字之前不能发布');
    await clerk.press('保存更正');
    await clerk.sees('✓ 已保存');
    expect(await clerk.cell('requests.received.naturalPerson')).toBe('3');
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');
    expect(await clerk.sees('上报回执')).toMatch(/agency:[^:]+:\d+:[0-9a-f]{64}|:\d+:[0-9a-f]{64}/);
  });

  test('a slip is found and taken back by 采用, then the report is submitted', async () => {
    await upload('填报O1', 'O1', { 'requests.received.naturalPerson': '2' });
    const clerk = desk('填报O1');
    await clerk.go(`/reports/O1/${year}`);
    await clerk.page.waitForSelector('[data-finding="R-BALANCE"]');
    await clerk.press('采用');
    await clerk.sees('没有发现错误');
    await clerk.fill('理由', '录入时漏了一位');
    await clerk.press('保存更正');
    await clerk.sees('✓ 已保存');
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');
  });

  test('what is to be explained is explained beside the cell', async () => {
    await upload('填报O2', 'O2', { 'fees.fees.amount': '7320' });
    const clerk = desk('填报O2');
    await clerk.go(`/reports/O2/${year}`);
    await clerk.page.waitForSelector('[data-finding="R-UNIT"]');
    await clerk.press('上报');
    await clerk.sees('需要更正或说明');
    await clerk.fill('说明', '本年新开征一项收费，金额已与财政票据核对');
    await clerk.press('说明');
    await clerk.sees('可以上报');
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');
  });

  test('the others upload and submit', async () => {
    for (const code of offices.slice(3)) {
      if (code === 'O7') continue;
      await upload(`填报${code}`, code, {});
      await desk(`填报${code}`).go(`/reports/${code}/${year}`);
      if (code === 'O5') await writeProse(desk(`填报${code}`));
      await desk(`填报${code}`).press('上报');
      await desk(`填报${code}`).hasStatus('SUBMITTED');
    }
  });

  test('what cannot be put right is let through by the office above, until a day', async () => {
    await upload('填报O7', 'O7', { 'fees.fees.amount': '7320' });
    const clerk = desk('填报O7');
    await clerk.go(`/reports/O7/${year}`);
    await clerk.page.waitForSelector('[data-finding="R-UNIT"]');
    const asks = await clerk.page.waitForSelector('[data-finding="R-UNIT"] summary::-p-text(申请豁免)');
    await asks?.click();
    await clerk.fill('申请理由', '票据已经归档，无法再核对');
    await clerk.press('申请豁免');
    await clerk.sees('待主管部门批准');

    const reviewer = desk('市里审核');
    await reviewer.go('/waivers');
    await reviewer.sees('票据已经归档，无法再核对');
    const inAMonth = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await reviewer.page.$eval(
      'input[type="date"]',
      (input, day) => {
        Reflect.set(input, 'value', day);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      inAMonth,
    );
    await reviewer.fill('批准意见', '情况属实');
    await reviewer.press('批准');
    await reviewer.sees('没有待处理的豁免申请和修改建议');

    await clerk.go(`/reports/O7/${year}`);
    await clerk.sees('已豁免');
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');
  });

  test('a change that the reviewer proposes is taken by the office, and is a correction of its own', async () => {
    const cell = 'enforcement.penalties.decisions';
    const clerk = desk('填报O8');
    await clerk.go(`/reports/O8/${year}`);
    await clerk.fill('理由', '还要核对');
    await clerk.press('撤回');
    await clerk.hasStatus('DRAFT');

    const reviewer = desk('市里审核');
    await reviewer.go(`/reports/O8/${year}`);
    await reviewer.page.waitForSelector(`input[data-cell="${cell}"]`);
    await reviewer.page.focus(`input[data-cell="${cell}"]`);
    const opener = await reviewer.page.waitForSelector('summary::-p-text(提修改建议)');
    await opener?.click();
    await reviewer.fill('建议改为', '17');
    await reviewer.fill('建议的理由', '与处罚系统导出的数一致');
    await reviewer.press('提修改建议');
    await reviewer.sees('已提出修改建议');

    await clerk.go(`/reports/O8/${year}`);
    await clerk.sees('与处罚系统导出的数一致');
    await clerk.press('采纳');
    await clerk.sees('已采纳');
    expect(await clerk.cell(cell)).toBe('17');
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');
  });

  test('one is returned with remarks on two cells, corrected and submitted again', async () => {
    const reviewer = desk('市里审核');
    await reviewer.go(`/reports/O3/${year}`);
    for (const [cell, words] of [
      ['licensing.licensing.decisions', '请与许可台账核对'],
      ['enforcement.penalties.decisions', '请与处罚系统核对'],
    ] as const) {
      await reviewer.page.waitForSelector(`input[data-cell="${cell}"]`);
      await reviewer.page.focus(`input[data-cell="${cell}"]`);
      await reviewer.fill('批注', words);
      await reviewer.press('加上这条批注');
      await reviewer.sees(words);
    }
    await reviewer.fill('退回意见', '两处数字与台账不一致');
    await reviewer.press('退回');
    await reviewer.hasStatus('RETURNED');

    const clerk = desk('填报O3');
    await clerk.go('/');
    await clerk.choose('#waiting-year', String(year));
    await clerk.sees('按退回意见更正，重新上报');
    await clerk.go(`/reports/O3/${year}`);
    for (const words of ['两处数字与台账不一致', '请与许可台账核对', '请与处罚系统核对'])
      await clerk.sees(words);
    await clerk.type('licensing.licensing.decisions', '12');
    await clerk.fill('理由', '已与台账核对');
    await clerk.press('保存更正');
    await clerk.sees('✓ 已保存');
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');
    await reviewer.go(`/reports/O3/${year}`);
    const since = await waitForText(reviewer.page, '.since', '改了的格（1）');
    expect(since).toMatch(/行政许可[^\n]*\s+\d+\s+12/);
    await reviewer.go(`/reports/O3/${year}`);
    await reviewer.press('回执');
    expect(await waitForText(reviewer.page, '.receipt', '留痕链尾')).toMatch(/:\d+:[0-9a-f]{64}/);
  });

  test('a clerk takes her report back and hands it in again', async () => {
    const clerk = desk('填报O4');
    await clerk.go(`/reports/O4/${year}`);
    await clerk.fill('理由', '还要核对一处');
    await clerk.press('撤回');
    await clerk.hasStatus('DRAFT');
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');
  });

  test('nothing typed is lost when the session ends: it is offered again after signing in', async () => {
    const clerk = desk('填报O6');
    await clerk.go(`/reports/O6/${year}`);
    await clerk.fill('理由', '还要核对');
    await clerk.press('撤回');
    await clerk.hasStatus('DRAFT');
    await clerk.type('licensing.licensing.decisions', '61');
    await clerk.sees('改了 1 处');
    // What is beside the cell has been asked for: the next thing asked is the saving.
    await waitForText(clerk.page, '.beside', '年报!');
    await server.database.query(
      `UPDATE session SET seen_at = seen_at - interval '31 minutes'
       FROM account WHERE account.id = session.account_id AND account.name = '填报O6'`,
    );
    await clerk.fill('理由', '与台账核对');
    await clerk.press('保存更正');
    const name = await clerk.page.waitForSelector('::-p-aria([name="账号"])');
    await name?.type('填报O6');
    const password = await clerk.page.waitForSelector('::-p-aria([name="密码"])');
    await password?.type(own);
    await clerk.press('登录');
    await clerk.sees('没有保存的 1 处改动');
    await clerk.press('恢复');
    expect(await clerk.cell('licensing.licensing.decisions')).toBe('61');
    await clerk.fill('理由', '与台账核对');
    await clerk.press('保存更正');
    await clerk.sees('✓ 已保存');
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');
  });

  test('all are accepted, several at once where nothing is wrong', async () => {
    const reviewer = desk('市里审核');
    await reviewer.go(`/season/CITY/${year}`);
    await reviewer.press('催报名单');
    await waitForText(reviewer.page, '.reminders', '某市人民政府（汇总）');
    await reviewer.go(`/reports/O0/${year}`);
    await reviewer.press('审核通过');
    await reviewer.hasStatus('ACCEPTED');
    // What was let through is looked at alone, not with those where nothing is wrong.
    await reviewer.go(`/reports/O7/${year}`);
    await reviewer.press('审核通过');
    await reviewer.hasStatus('ACCEPTED');
    await reviewer.go(`/reports?year=${year}&status=SUBMITTED`);
    await reviewer.page.waitForSelector('tbody input[type="checkbox"]');
    for (const box of await reviewer.page.$$('tbody input[type="checkbox"]')) await box.click();
    await reviewer.press('审核通过（8）');
    await reviewer.sees('已审核通过 8 份。');
  });

  test('the city consolidates and submits, the province accepts and publishes', async () => {
    const clerk = desk('市里填报');
    await clerk.go(`/rollup/CITY/${year}`);
    await clerk.sees('应报 10 个，已报 10 个');
    await clerk.press('汇总');
    await clerk.sees('没有差额');
    await clerk.go(`/reports/CITY/${year}`);
    await writeProse(clerk);
    await clerk.press('上报');
    await clerk.hasStatus('SUBMITTED');

    await desk('省里审核').go(`/reports/CITY/${year}`);
    await desk('省里审核').press('审核通过');
    await desk('省里审核').hasStatus('ACCEPTED');
    await desk('省里发布').go(`/reports/CITY/${year}`);
    await desk('省里发布').press('发布');
    await desk('省里发布').hasStatus('PUBLISHED');
  });

  test('a published report is revised', async () => {
    const publisher = desk('省里发布');
    await publisher.go(`/reports/O5/${year}`);
    await publisher.press('发布');
    await publisher.hasStatus('PUBLISHED');
    await publisher.fill('理由', '发现许可数量填错');
    await publisher.press('更正后再发布');
    await publisher.hasStatus('CORRECTING');

    const clerk = desk('填报O5');
    await clerk.go(`/reports/O5/${year}`);
    await clerk.type('licensing.licensing.decisions', '31');
    await clerk.fill('理由', '按许可台账更正');
    await clerk.press('保存更正');
    await clerk.sees('✓ 已保存');

    await publisher.go(`/reports/O5/${year}`);
    await publisher.fill('理由', '更正许可数量');
    await publisher.press('更正后再发布');
    await publisher.hasStatus('PUBLISHED');
    expect(await publisher.sees('第 2 次发布')).toContain('→ 31');

    // What is published has been filed: nobody is reminded of it.
    const reviewer = desk('市里审核');
    await reviewer.go('/');
    await reviewer.choose('#waiting-year', String(year));
    await reviewer.sees('要办理的');
    await reviewer.page.waitForNetworkIdle({ idleTime: 300 });
    expect(await reviewer.sees('没有等您办理的报告')).not.toContain('还没有填报的机关');
  });

  test('who leaves is closed and comes back, a forgotten password is reset: by pages, with slips', async () => {
    const administrator = desk('管理员');
    await administrator.go('/people');
    const { page } = administrator;
    const row = 'tr[data-person="填报O9"]';
    const press = async (words: string) => {
      const button = await page.waitForSelector(`${row} ::-p-aria([name="${words}"][role="button"])`);
      await button?.click();
    };
    const slip = async () =>
      (await page.waitForSelector('section.notice tbody tr td:last-child'))?.evaluate(
        (cell) => cell.textContent ?? '',
      );
    await page.waitForSelector(row);
    await press('停用');
    await administrator.fill('停用理由', '调离');
    await press('停用');
    await waitForText(page, row, '已停用');
    const closed = desk('填报O9');
    await closed.go('/');
    await closed.page.waitForSelector('::-p-aria([name="账号"][role="textbox"])');

    await press('恢复');
    await page.waitForFunction(`!document.querySelector('${row}').innerText.includes('已停用')`);
    const reopened = await slip();
    await administrator.press('收好了，清除');
    await press('重置密码');
    const reset = await slip();
    expect(reset).toMatch(/^\S{8,}$/);
    expect(reset).not.toBe(reopened);
    await signIn('填报O9', reset!);
    await desk('填报O9').sees('待办');
  });

  test('each role is shown its own pages and no others', async () => {
    const shown = (name: string) =>
      desk(name).page.$$eval('header nav a', (links) => links.map((link) => link.textContent?.trim()));
    await desk('填报O0').go('/');
    await desk('省里发布').go('/');
    expect(await shown('填报O0')).not.toContain('账号');
    expect(await shown('填报O0')).toContain('上传');
    expect(await shown('省里发布')).not.toContain('上传');
    await desk('管理员').go('/');
    expect(await shown('管理员')).toEqual(expect.arrayContaining(['机关', '账号', '留痕']));
  });

  test('no page asked any other host for anything, and nothing broke the policy', () => {
    expect(browser.askedElsewhere).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
