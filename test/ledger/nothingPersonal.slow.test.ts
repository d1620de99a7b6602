import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/dataSource.js';
import { skipReason, startBrowser } from '../support/browser.js';
import { nianbao, startNianbao, type Running } from '../support/commandLine.js';
import { openEmptyDatabase, type TestDatabase } from '../support/database.js';
import { atDesk } from '../support/desk.js';

/** Made for this test: whoever finds one of these anywhere has found something that should not be there. */
const people = [
  ['沈毓秋', '13877665544', '370102198803071234', '济水街道望岳巷十七号', 'shenyuqiu@example.com'],
  ['龚雨桐', '139-8877-6655', '37010219900101567X', '历源镇柳泉村三组', 'gongyutong@example.com'],
  ['尹若谷', '0531-86554433', '370102 19760809 4321', '泉东小区九栋二单元', 'yinruogu@example.com'],
  ['贺知夏', '１３８６６５５４４３３', '370102197001013333', '北园货场旧址', 'hezhixia@example.com'],
] as const;
const requests = ['望岳巷旧房改造补偿方案', '柳泉村征地批复原件', '泉东小区维修资金账目', '货场土壤检测报告'];
const secrets = [...people.flat(), ...requests];
/** However its figures are written. */
const figures = ['13877665544', '13988776655', '053186554433', '13866554433', '370102198803071234'];
const found = new RegExp(
  [
    ...secrets.map((text) => text.replace(/[.+]/g, '\\$&')),
    ...figures,
    '[沈龚尹贺][毓雨若知][秋桐谷夏]',
  ].join('|'),
);

const head = [
  ...['申请编号', '申请人姓名', '申请人类型', '联系电话', '身份证号码', '通讯地址', '电子邮箱'],
  ...['收到日期', '所需政府信息', '答复日期', '答复类型', '是否延期', '收费金额', '备注', null],
];
function line(index: number, said: Readonly<Record<number, string>> = {}): (string | null)[] {
  const [name, telephone, identity, address, mail] = people[index % people.length]!;
  const request = requests[index % requests.length]!;
  const row = [
    ...[`2024-${index + 1}`, name, '公民', telephone, identity, address, mail],
    ...['2024-03-04', request, '2024-03-20', '予以公开', '否', null, `${name}已电话告知`, telephone],
  ];
  return row.map((value, column) => said[column] ?? value);
}
/** Read without an error; what tells who asked stands in columns that are kept, too. */
const good = [
  head,
  ...[0, 1, 2, 3, 4, 5].map((index) => line(index)),
  line(6, { 0: `2024-7（${people[0][0]}）` }),
  line(7, { 0: people[1][1] }),
  line(8, { 0: people[2][2] }),
  line(9, { 0: people[3][0] }),
  line(10, { 12: people[0][1] }),
];
/** Refused: what cannot be read is told, without what it says of people. */
const bad = [
  head,
  line(0, { 7: people[0][1], 9: people[0][2], 10: `已寄${people[1][1]}` }),
  line(1, { 2: people[1][2], 10: `${people[0][4]}`, 11: people[2][1] }),
];
/** Names stand where the kind of applicant should, and the head promises nothing. */
const misled = [
  ['编号', '申请人', '时间', '收到日期', '答复日期', '答复类型'],
  ...people.map(([name, telephone], index) => [
    ...[`2024-${index}`, name, telephone, '2024-03-04', '2024-03-20', '予以公开'],
  ]),
];

type Rows = readonly (readonly (string | null)[])[];

function csv(rows: Rows): string {
  return rows.map((row) => row.map((value) => value ?? '').join(',')).join('\r\n');
}

function workbook(rows: Rows, bookType: 'xlsx' | 'biff8'): Uint8Array<ArrayBuffer> {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), '台账');
  const bytes: unknown = XLSX.write(book, { type: 'buffer', bookType });
  if (!(bytes instanceof Uint8Array)) throw new Error('no workbook was written');
  return new Uint8Array(bytes);
}

const files: readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[] = [
  ['好.csv', new Uint8Array(iconv.encode(csv(good), 'gb18030'))],
  ['好.xlsx', workbook(good, 'xlsx')],
  ['好.xls', workbook(good, 'biff8')],
  ['坏.csv', new TextEncoder().encode(csv(bad))],
  ['坏.xlsx', workbook(bad, 'xlsx')],
  ['错列.xlsx', workbook(misled, 'xlsx')],
  ['断.xlsx', workbook(good, 'xlsx').slice(0, 3000)],
  ['不是台账.csv', new TextEncoder().encode(csv(good.slice(1)))],
];
/** Columns that are not kept, confirmed as others. */
const wrongWords = [
  { columns: { applicant: '申请人姓名' } },
  { columns: { outcome: '所需政府信息' } },
  { columns: { applicant: '申请人' } },
  { applicant: { [people[0][1]]: 'naturalPerson' } },
];

/** Programs are started one after another, and a browser. */
const patience = 180_000;

let folder = '';
let database: TestDatabase;
let service: Running;
let environment: Record<string, string> = {};
let token = '';
let address = '';
/** Everything that was answered, by whom. */
const answered: [string, string][] = [];

async function command(...args: string[]): Promise<string> {
  const { stdout, stderr } = await nianbao(args, environment);
  answered.push([args.join(' ').replaceAll(folder, ''), stdout + stderr]);
  return stdout;
}

async function post(path: string, body: FormData | string): Promise<string> {
  const response = await fetch(address + path, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
    },
    body,
  });
  const text = await response.text();
  answered.push([`${path} ${response.status}`, text]);
  return text;
}

function ledgerForm(name: string, fields: Readonly<Record<string, string>>): FormData {
  const body = new FormData();
  for (const [field, value] of Object.entries({ agency: '3701', year: '2024', ...fields }))
    body.append(field, value);
  body.append('files', new Blob([files.find(([each]) => each === name)![1]]), name);
  return body;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-nothing-personal-'));
  for (const name of ['data', 'tmp', 'given']) await mkdir(join(folder, name));
  for (const [name, bytes] of files) await writeFile(join(folder, 'given', name), bytes);
  await writeFile(join(folder, 'given', '机关.csv'), '代码,名称\n3701,济水市城市管理局\n');
  database = await openEmptyDatabase();
  environment = {
    NIANBAO_DATA: join(folder, 'data'),
    TMPDIR: join(folder, 'tmp'),
    LOG_LEVEL: 'trace',
    ...(database.url !== null && { DATABASE_URL: database.url }),
  };
  await command('agencies', 'import', join(folder, 'given', '机关.csv'));
  token = (await command('token', 'create', '填报')).trim();
});
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('what tells who asked, or for what, is nowhere', () => {
  test(
    'through the command line',
    async () => {
      const given = (name: string) => join(folder, 'given', name);
      await command('ledger', 'check', ...files.map(([name]) => given(name)), '--year', '2024', '--json');
      await command('ledger', 'check', ...files.map(([name]) => given(name)), '--year', '2024');
      for (const name of ['好.xls', '坏.xlsx'])
        await command('ledger', 'import', given(name), '--agency', '3701', '--year', '2024');
      expect(answered.at(-2)?.[1]).toContain('已存为台账第 1 版');
      expect(answered.at(-1)?.[1]).toContain('没有保存');
    },
    patience,
  );

  test(
    'through HTTP, GraphQL and the log',
    async () => {
      service = startNianbao(['serve', '--port', '0'], environment);
      const printed = await service.printed('年报服务已启动');
      address = /http:\/\/[\d.]+:\d+/.exec(printed)![0];
      for (const [name] of files)
        for (const dryRun of ['true', 'false']) await post('/ledgers', ledgerForm(name, { dryRun }));
      for (const [index, words] of wrongWords.entries())
        await post(
          '/ledgers',
          ledgerForm(index === 2 ? '错列.xlsx' : '好.csv', { words: JSON.stringify(words) }),
        );
      const ask = (query: string) => post('/graphql', JSON.stringify({ query }));
      await ask(`mutation { reportFromLedger(report: { agency: "3701", year: 2024 }, reason: "按台账计数") {
      report { version } diff { cell after } userErrors { message } } }`);
      const ledger = await ask(`{ ledger(agency: "3701", year: 2024) { version cells words late { case due }
      versions { number sha256 createdBy } cases(first: 50) { totalCount nodes { number applicant channel outcome
      received answered extended fee correctionAsked thirdPartyAsked reconsiderationResult litigationResult } } } }`);
      expect(ledger).toContain('"totalCount":11');
      await ask(
        '{ report(agency: "3701", year: 2024) { version ledgerDifferences { cell cases { number } } } }',
      );
      await ask(
        '{ auditTrail(first: 50) { edges { node { action actor reason } } } changes(first: 50) { nodes { kind } } }',
      );
      await ask('{ ledgerStatistics(agency: "3701", year: 2024, by: MONTH) { groups { key label cases } } }');
      expect(ledger).toMatch(/"number":"2024-7"/);
    },
    patience,
  );

  test.skipIf(skipReason)(
    'on the page, and in what the browser keeps',
    async () => {
      const browser = await startBrowser(address);
      try {
        const page = await browser.open('/sign-in');
        await page.evaluate(`sessionStorage.setItem('nianbao.token', ${JSON.stringify(token)})`);
        const desk = atDesk(page, address);
        for (const [name, words] of [
          ['坏.xlsx', '还有没确认'],
          ['好.xlsx', '试读完成'],
          ['错列.xlsx', '还有没确认'],
        ] as const) {
          await desk.go('/ledger?agency=3701&year=2024');
          const file = await page.waitForSelector<'input[type=file]'>('input[type=file]');
          await file?.uploadFile(join(folder, 'given', name));
          await desk.press('试读');
          await desk.sees(words).catch(() => desk.sees('没有改动'));
          answered.push([`the page of ${name}`, await shownBy(page)]);
        }
        await desk.go('/reports/3701/2024');
        await desk.cell('requests.disclosed.naturalPerson');
        await page.focus('input[data-cell="requests.disclosed.naturalPerson"]');
        await page.waitForFunction("document.body.innerText.includes('2024-7')", { timeout: 30_000 });
        answered.push(['the page of the report', await shownBy(page)]);
      } finally {
        await browser.close();
      }
    },
    patience,
  );

  test(
    'in no answer, no log, no table and no file',
    async () => {
      const log = await service.printed('年报服务已启动');
      expect(await service.stop('SIGTERM')).toBe(0);
      answered.push(['the log', await Promise.resolve(log)]);
      expect(log).toContain('/ledgers');
      for (const [where, text] of answered)
        expect([where, found.exec(text)?.[0]]).toEqual([where, undefined]);

      // The same search finds what is to be kept, so that it would find what is not.
      const source = await openDatabase(
        database.url === null ? { folder: join(folder, 'data') } : { url: database.url },
      );
      try {
        const tables = await source.query<{ name: string }[]>(
          `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
        );
        let rows = '';
        for (const { name } of tables) {
          const [{ text } = { text: null }] = await source.query<{ text: string | null }[]>(
            `SELECT string_agg(row::text, E'\\n') AS text FROM ${name} AS row`,
          );
          rows += text ?? '';
          expect([name, found.exec(text ?? '')?.[0]]).toEqual([name, undefined]);
        }
        expect(tables.length).toBeGreaterThan(20);
        expect(rows).toContain('2024-7');
      } finally {
        await source.destroy();
      }
      let kept = 0;
      for (const path of await filesBelow(folder, ['data', 'tmp'])) {
        const bytes = await readFile(path);
        if (bytes.includes('naturalPerson')) kept += 1;
        for (const text of secrets)
          for (const encoded of [
            Buffer.from(text, 'utf8'),
            Buffer.from(text, 'utf16le'),
            iconv.encode(text, 'gb18030'),
          ])
            expect([path, text, bytes.includes(encoded)]).toEqual([path, text, false]);
      }
      if (database.url === null) expect(kept).toBeGreaterThan(0);
    },
    patience,
  );
});

/** What a page shows and keeps, values of its fields and what its browser stores for it included. */
async function shownBy(page: Page): Promise<string> {
  return String(
    await page.evaluate(`[
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, select, textarea')].map((each) => each.value),
      JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie,
    ].join('\\n')`),
  );
}

async function filesBelow(root: string, names: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    names.map((name) => readdir(join(root, name), { recursive: true, withFileTypes: true })),
  );
  return lists
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
