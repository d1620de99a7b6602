import { afterAll, beforeAll, expect, test } from 'vitest';
import { listedFaults, openWorkbook } from '../support/annotated.js';
import { sampleCsv } from '../support/sampleFiles.js';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  await service.register('A1', '甲市教育局');
});

afterAll(() => service.close());

async function markedUp(run: Json): Promise<Uint8Array> {
  const path = `${String(at(run, 'files', 0, 'original'))}/annotated.xlsx`;
  const response = await fetch(service.address + path, {
    headers: { Authorization: `Bearer ${service.token}` },
  });
  return new Uint8Array(await response.arrayBuffer());
}

/** Types a text beside the finding of a rule. */
async function explained(bytes: Uint8Array, rule: string, text: string) {
  const workbook = await openWorkbook(bytes);
  const line = listedFaults(workbook).findIndex(({ 规则 }) => 规则?.startsWith(rule));
  workbook.getWorksheet('错误清单')!.getCell(line + 5, 12).value = text;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const explanations = async (bytes: Uint8Array) =>
  listedFaults(await openWorkbook(bytes)).flatMap(({ 规则, 说明 }) =>
    说明 ? [[规则?.split(' ')[0], 说明]] : [],
  );

test('what the clerk types beside a finding is kept, and stands there the next time', async () => {
  const csv = sampleCsv('甲市教育局', 2024, { 'documents.rules.issued': null });
  const run = json(await service.upload([{ file: '甲.csv', bytes: csv }]));
  const text = '规章制发件数由法制机构核定中，尚未反馈。';
  const bytes = await explained(await markedUp(run), 'R-COMPLETE', text);
  const again = json(await service.upload([{ file: '说明.xlsx', bytes }]));
  expect(at(again, 'files', 0)).toMatchObject({ status: 'UNCHANGED', version: 1 });
  expect(at(again, 'files', 0, 'reports', 0, 'problems')).toEqual([]);
  expect(await explanations(await markedUp(run))).toEqual([['R-COMPLETE', text]]);
  expect(await explanations(await markedUp(again))).toEqual([['R-COMPLETE', text]]);
});

test('what explains nothing is told where it stands, and not kept', async () => {
  const csv = sampleCsv('甲市教育局', 2022, { 'documents.rules.issued': null });
  const run = json(await service.upload([{ file: '甲.csv', bytes: csv }]));
  const bytes = await explained(await markedUp(run), 'R-COMPLETE', '核实无误');
  const again = json(await service.upload([{ file: '说明.xlsx', bytes }]));
  expect(at(again, 'files', 0, 'reports', 0, 'problems')).toMatchObject([
    { code: 'EXPLANATION_STOCK_PHRASE', severity: 'warning', at: expect.stringMatching(/^错误清单!L\d+$/) },
  ]);
  expect(await explanations(await markedUp(run))).toEqual([]);
});
