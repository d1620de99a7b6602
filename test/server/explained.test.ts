import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleCsv } from '../support/sampleFiles.js';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;
const words = '有两件申请在年底前撤回，不再计入结转';

beforeAll(async () => {
  service = await startTestServer();
  await service.register('A1', '甲市教育局');
});

afterAll(() => service.close());

const upload = async (file: string, bytes: Uint8Array<ArrayBuffer> | string) =>
  json(await service.upload([{ file, bytes }]));

async function faultList(run: Json) {
  const path = `${String(at(run, 'files', 0, 'original'))}/annotated.xlsx`;
  const response = await fetch(service.address + path, {
    headers: { Authorization: `Bearer ${service.token}` },
  });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const list = workbook.getWorksheet('错误清单')!;
  const rows = Array.from({ length: list.rowCount }, (_, index) => list.getRow(index + 1));
  const cellsOf = (row: exceljs.Row) =>
    Array.from({ length: list.columnCount }, (_, index) => row.getCell(index + 1));
  const head = rows.find((row) => cellsOf(row).some(({ text }) => text === '说明'))!;
  const column = cellsOf(head).findIndex(({ text }) => text === '说明') + 1;
  const lines = rows.filter((row) => cellsOf(row).some(({ text }) => text.startsWith('R-CARRY')));
  return {
    said: lines.map((row) => row.getCell(column)),
    bytes: async () => new Uint8Array(await workbook.xlsx.writeBuffer()),
  };
}

async function standing(): Promise<Json | undefined> {
  const answer = await service.graphql(
    '{ report(agency: "A1", year: 2024) { version explainCount unsettledCount explanations { text inForce author cells } } }',
  );
  return at(answer, 'data', 'report');
}

test('what is typed beside a fault of the marked-up workbook settles it, and is printed the next time', async () => {
  await upload('2023.csv', sampleCsv('甲市教育局', 2023));
  const run = await upload('2024.csv', sampleCsv('甲市教育局', 2024));
  const before = await standing();
  const list = await faultList(run);
  list.said[0]!.value = words;
  list.said[1]!.value = '核实无误';
  const sent = await upload('说明.xlsx', await list.bytes());
  expect(at(sent, 'files', 0)).toMatchObject({
    status: 'UNCHANGED',
    version: 1,
    reports: [
      {
        problems: expect.arrayContaining([
          expect.objectContaining({
            code: 'EXPLANATION_STOCK_PHRASE',
            severity: 'warning',
            at: expect.stringContaining('错误清单!'),
          }),
        ]),
      },
    ],
  });
  expect(await standing()).toEqual({
    version: 1,
    explainCount: at(before, 'explainCount'),
    unsettledCount: Number(at(before, 'unsettledCount')) - 1,
    explanations: [
      { text: words, inForce: true, author: '测试', cells: ['requests.carriedOver.naturalPerson'] },
    ],
  });
  const again = await faultList(sent);
  expect(again.said.map(({ text }) => text).filter(Boolean)).toEqual([words]);
  const back = await upload('再传.xlsx', await again.bytes());
  expect(at(back, 'files', 0)).toMatchObject({ status: 'UNCHANGED', reports: [{ problems: [] }] });
  expect(at(await standing(), 'explanations')).toHaveLength(1);
});
