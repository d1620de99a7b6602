import type exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { form2021 } from '../../src/forms/2021.js';
import { listedFaults, openWorkbook } from '../support/annotated.js';
import { shownValues, validValues } from '../support/drafts.js';
import { hasOffice, savedByOffice } from '../support/office.js';
import { sampleCsv } from '../support/sampleFiles.js';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';

const linkColumn = 10;
const firstLine = 5;

describe.skipIf(!hasOffice)('a marked-up workbook on its way through LibreOffice', () => {
  let service: TestServer;

  beforeAll(async () => {
    service = await startTestServer();
    await service.register('A1', '甲市教育局');
    await service.register('A2', '乙市财政局');
  });

  afterAll(() => service.close());

  async function upload(file: string, bytes: Uint8Array | string): Promise<Json | undefined> {
    const given = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
    return json(await service.upload([{ file, bytes: given }]));
  }

  async function annotatedOf(run: Json | undefined): Promise<Uint8Array> {
    const response = await fetch(
      `${service.address}${String(at(run, 'files', 0, 'original'))}/annotated.xlsx`,
      {
        headers: { Authorization: `Bearer ${service.token}` },
      },
    );
    expect(response.status).toBe(200);
    return new Uint8Array(await response.arrayBuffer());
  }

  const saved = (bytes: Uint8Array) => savedByOffice(bytes, 'xlsx');

  /** Where the links of 错误清单 lead: each to a coloured cell of the sheet 年报. */
  function linkedCells(workbook: exceljs.Workbook): exceljs.Cell[] {
    const list = workbook.getWorksheet('错误清单')!;
    const links = Array.from({ length: list.rowCount - firstLine + 1 }, (_, index) =>
      list.getCell(firstLine + index, linkColumn),
    );
    return links.flatMap((link) => {
      const [, sheet = '', place = ''] =
        /^HYPERLINK\("#([^!"]+)!([A-Z]+\d+)","\2"\)$/.exec(link.formula ?? '') ?? [];
      if (place === '') return [];
      expect(link.result).toBe(place);
      const cell = workbook.getWorksheet(sheet)?.getCell(place);
      expect(cell?.fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
      return cell ? [cell] : [];
    });
  }

  /** Writes what the column 建议改法 proposes, as a clerk does. */
  function follow(workbook: exceljs.Workbook): number {
    const sheet = workbook.getWorksheet('年报')!;
    const changes = listedFaults(workbook).flatMap(({ 建议改法 = '' }) => [
      ...建议改法.matchAll(/([A-Z]+\d+)（[^；。]*?(?:由 \S+ 改为|填) (-?[\d.]*\d)/g),
    ]);
    for (const [, place = '', value] of changes) sheet.getCell(place).value = Number(value);
    return changes.length;
  }

  const bytesOf = async (workbook: exceljs.Workbook) => new Uint8Array(await workbook.xlsx.writeBuffer());

  test('its links still lead to the faulty cells, uploaded again it is UNCHANGED, mended it is stored clean', async () => {
    const faulty = { 'requests.received.total': '7', 'requests.disclosed.business': null };
    const run = await upload('甲.csv', sampleCsv('甲市教育局', 2023, faulty));
    expect(at(run, 'files', 0)).toMatchObject({ status: 'STORED', version: 1 });
    const given = await annotatedOf(run);
    const kept = await saved(given);
    const places = (workbook: exceljs.Workbook) => linkedCells(workbook).map(({ address }) => address);
    expect(places(await openWorkbook(kept)).length).toBeGreaterThan(2);
    expect(places(await openWorkbook(kept))).toEqual(places(await openWorkbook(given)));
    expect(at(await upload('原样.xlsx', kept), 'files', 0)).toMatchObject({
      status: 'UNCHANGED',
      version: 1,
    });

    const workbook = await openWorkbook(kept);
    expect(follow(workbook)).toBeGreaterThan(1);
    // What was left blank is in the records of the agency.
    const [blank] = linkedCells(workbook).filter(({ value }) => value === null);
    blank!.value = Number(shownValues(form2021, validValues(form2021))['requests.disclosed.business']);
    const mended = at(await upload('改好.xlsx', await saved(await bytesOf(workbook))), 'files', 0);
    expect(mended).toMatchObject({ status: 'STORED', version: 2, problems: [] });
    expect(at(mended, 'reports', 0)).toMatchObject({ problems: [], findings: [] });
  });

  test('of a refused file it stays refused until it is mended, and is stored clean then', async () => {
    const csv = sampleCsv('乙市财政局', 2023).replace(/(行政许可,+)\d+/, '$1约八百件');
    const kept = await saved(await annotatedOf(await upload('乙.csv', csv)));
    const again = at(await upload('原样.xlsx', kept), 'files', 0);
    expect(again).toMatchObject({ status: 'REJECTED', version: null });
    expect(at(again, 'reports', 0, 'problems')).toMatchObject([{ code: 'NOT_A_NUMBER' }]);
    const workbook = await openWorkbook(kept);
    const [cell] = linkedCells(workbook);
    expect(cell?.value).toBe('约八百件');
    cell!.value = 800;
    const mended = at(await upload('改好.xlsx', await saved(await bytesOf(workbook))), 'files', 0);
    expect(mended).toMatchObject({ status: 'STORED', version: 1, problems: [] });
    expect(at(mended, 'reports', 0)).toMatchObject({ problems: [], findings: [] });
  });
});
