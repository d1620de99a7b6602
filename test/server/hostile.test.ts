import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ImportFile } from '../../entities/importing/ImportFile.js';
import { Report } from '../../entities/reports/Report.js';
import { Upload } from '../../entities/importing/Upload.js';
import {
  cellXml,
  report,
  reportParts,
  reportRows,
  reportWith,
  title,
  varied,
  withSharedStrings,
} from '../support/hostile.js';
import { at, json, startTestServer, type TestServer } from '../support/server.js';
import { deflatedSpaces, makeZip } from '../importers/reading/zip.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer({ workers: 1, deadlineMilliseconds: 3_000 });
  await service.register('A1', report.agency);
});

afterAll(() => service.close());

const times = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

const dryRun = { field: 'dryRun', value: 'true' };

type File = readonly [name: string, bytes: Uint8Array<ArrayBuffer>];
const file = (name: string, bytes: Buffer | string): File => [name, new Uint8Array(Buffer.from(bytes))];

/** None of these holds a report that can be stored. */
const hostile: readonly File[] = [
  file('炸弹.xlsx', makeZip([...reportParts(), { name: 'xl/a.xml', packed: deflatedSpaces(300) }])),
  file('层层.xls', '<table><tr><td>'.repeat(200_000)),
  file(
    '共享文字.xlsx',
    withSharedStrings(
      times(150_000, (row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`),
      `<si><t>${varied(100_000)}</t></si>`,
    ),
  ),
  file('引号.csv', `"${'长'.repeat(2_000_000)}`),
  file('逗号.csv', ','.repeat(8_000_000)),
  file('数字.txt', `一、本年新收政府信息公开申请数量 ${'1 '.repeat(2_000_000)}`),
  file('空行.xlsx', makeZip(reportParts(times(800_000, (row) => `<row r="${row + 1}"/>`)))),
  file('合并.xlsx', reportWith({ after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' })),
  file('声明.xlsx', makeZip([...reportParts(), { name: 'xl/b.xml', content: '<!DOCTYPE a>' }])),
  file('半截.xlsx', makeZip(reportParts()).subarray(0, 900)),
  file('慢.xls', `<table>${'<tr><td>1</td></tr>'.repeat(600_000)}</table>`),
];

const query = '{ rules { id basis formula form { id } } }';

async function timeOf(): Promise<number> {
  const start = performance.now();
  await service.graphql(query);
  return performance.now() - start;
}

const median = (all: readonly number[]): number =>
  [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;

async function medianOf(count: number): Promise<number> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push(await timeOf());
  return median(found);
}

/** Uploads the files one after the other, and asks all the while. */
async function busyMedian(): Promise<number> {
  let isDone = false;
  const uploads = (async () => {
    for (const [name, bytes] of hostile) {
      const answer = await service.upload([{ file: name, bytes }]);
      expect(answer.status).toBe(200);
      expect(at(json(answer), 'files', 0, 'status')).toBe('REJECTED');
    }
  })().finally(() => (isDone = true));
  const found: number[] = [];
  while (!isDone) found.push(await timeOf());
  await uploads;
  return median(found);
}

/** What the process holds when everything that can be freed is. */
async function settledMemory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  for (let round = 0; round < 5; round += 1) {
    if (typeof collect === 'function') collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage.rss();
}

describe('while a series of hostile files is read', () => {
  test('others are served in less than twice their idle time, memory stays, and nothing is kept', async () => {
    await medianOf(50);
    await service.upload([{ file: '年报.xlsx', bytes: new Uint8Array(makeZip(reportParts())) }, dryRun]);
    const before = await settledMemory();
    const ratios: number[] = [];
    for (let attempt = 0; attempt < 3 && !ratios.some((ratio) => ratio < 2); attempt += 1) {
      const idle = await medianOf(60);
      ratios.push((await busyMedian()) / idle);
    }
    expect(Math.min(...ratios)).toBeLessThan(2);
    // Memory that is only kept ready is not held; what is held grows with every series.
    const grown = [(await settledMemory()) - before];
    while (Math.min(...grown) >= 50e6 && grown.length < 3) {
      const afterLast = await settledMemory();
      await busyMedian();
      grown.push((await settledMemory()) - afterLast);
    }
    expect(Math.min(...grown)).toBeLessThan(50e6);
    for (const stored of [Report, Upload]) expect(await service.database.manager.count(stored)).toBe(0);
  });
});

describe('signs that no database keeps', () => {
  test.each([
    ['NUL', '_x0000_'],
    ['half a character', '&#xD800;'],
  ])('%s in a value, the prose and the name of the agency', async (_, sign) => {
    const rows = reportRows((cell) => {
      const text = String(cell.value);
      if (cell.value === 100) return cellXml({ ...cell, value: `10${sign}` });
      if (text.startsWith('本机关全年')) return cellXml({ ...cell, value: `${text}${sign}` });
      return cellXml(cell);
    });
    const accepted = await service.upload([
      { field: 'errorPolicy', value: 'ACCEPT_VALID_CELLS' },
      { file: '年报.xlsx', bytes: new Uint8Array(makeZip(reportParts(rows))) },
    ]);
    expect(accepted.status).toBe(200);
    expect(at(json(accepted), 'files', 0, 'problems')).toEqual([]);
    expect(['STORED', 'UNCHANGED']).toContain(at(json(accepted), 'files', 0, 'status'));

    const strange = reportRows((cell) =>
      cellXml(cell.value === title ? { ...cell, value: `${sign}${title}` } : cell),
    );
    const refused = await service.upload([
      { file: '年报.xlsx', bytes: new Uint8Array(makeZip(reportParts(strange))) },
    ]);
    expect(refused.status).toBe(200);
    expect(at(json(refused), 'files', 0, 'status')).toBe('REJECTED');
  });

  test.each([
    ['NUL', '年\0报.csv'],
    ['a path', '../../年报.csv'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor.csv'],
    ['half a character', '\ud800.csv'],
    ['3,000 characters', `${'长'.repeat(3000)}.csv`],
  ])('%s in the name of a file', async (_, name) => {
    const before = await service.database.manager.count(ImportFile);
    const answer = await service.upload([{ file: name, bytes: '会议通知' }]);
    expect([200, 400]).toContain(answer.status);
    if (answer.status === 200) {
      expect(at(json(answer), 'files', 0, 'problems', 0, 'code')).toBe('NO_FORM_FOUND');
      expect(await service.database.manager.count(ImportFile)).toBe(before + 1);
    }
  });
});
