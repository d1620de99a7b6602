import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inflatePart } from '../../importers/files/inflatePart.js';
import { limits } from '../../importers/files/limits.js';
import { readZipEntries } from '../../importers/files/zipEntries.js';
import { noWordsConfirmed } from '../../importers/ledger/words/confirmedWords.js';
import { readFile } from '../../importers/worker/readFile.js';
import { markedLedger } from '../../src/exports/ledger/marks/markedLedger.js';
import { judgeLedger } from '../../src/filing/ledger/ledgerDocument.js';
import { formById } from '../../src/forms/index.js';
import { calendarYears } from '../../src/ledger/calendars/calendarYears.js';
import { workingDays } from '../../src/ledger/workingDays.js';

const form = formById('2021')!;

async function judge(bytes: Uint8Array, fileName: string) {
  const ledger = { year: 2024, form: form.id, words: noWordsConfirmed };
  const draft = await readFile(
    bytes,
    fileName,
    { blanksAreZero: false, layout: 'ledger', ledger },
    limits.ledger,
  );
  const calendar = workingDays(calendarYears(null));
  const options = { year: 2024, form, calendar, today: '2025-01-31' } as const;
  const { document, cases } = judgeLedger(fileName, draft, options);
  return { document: { ...document, encoding: draft.encoding }, cases };
}

async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  for (const entry of await readZipEntries(bytes, limits.report)) {
    const pieces: Buffer[] = [];
    await inflatePart(entry, limits.report.unpackedBytes, limits.report, (piece) => pieces.push(piece));
    parts.set(entry.name, Buffer.concat(pieces));
  }
  return parts;
}

/** A ledger with all that an office may have in its file; four of its cells are wrong. */
async function officeLedger(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('1月 & 2月');
  sheet.addRow(['申请编号', '申请人姓名', '申请人类型', '收到日期', '答复日期', '答复类型', '天数']);
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  for (const [index, kind] of ['公民', '媒体', '公民', '企业'].entries()) {
    const row = sheet.addRow([
      ...[`2024-${index}`, '甲', kind, day('2024-03-05'), index === 2 ? '2024.2.30' : day('2024-03-20')],
      ...[index === 3 ? '说不清' : '予以公开', { formula: `E${index + 2}-D${index + 2}`, result: 15 }],
    ]);
    row.getCell(4).numFmt = ['mm-dd-yy', 'yyyy"年"m"月"d"日";@', 'yyyy\\.m\\.d', '[$-804]yyyy/m/d'][index]!;
    row.getCell(5).numFmt = 'yyyy"年"m"月"d"日"';
  }
  sheet.getCell('B2').note = '本人来取';
  sheet.getCell('C3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
  sheet.getCell('C3').font = { bold: true };
  sheet.mergeCells('A7:C7');
  sheet.addConditionalFormatting({
    ref: 'G2:G5',
    rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [20], priority: 1, style: {} }],
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  book.addWorksheet('说明').addRow(['2024年']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** 2024年3月5日 by its built-in number, which has no code in the file. */
async function withBuiltInDays(bytes: Buffer): Promise<Buffer> {
  const { packedZip } = await import('../../src/exports/ledger/marks/packedZip.js');
  const parts = await partsOf(bytes);
  return packedZip(
    [...parts].map(([name, content]) => ({
      name,
      content:
        name === 'xl/styles.xml'
          ? Buffer.from(content.toString('utf8').replace(/(<xf [^>]*)numFmtId="14"/, '$1numFmtId="31"'))
          : content,
    })),
  );
}

describe('the own workbook of an office with marks', () => {
  test('has its errors coloured and listed, and everything else as it was', async () => {
    const given = await withBuiltInDays(await officeLedger());
    const { document, cases } = await judge(given, '台账.xlsx');
    const wrong = document.problems.filter(({ severity }) => severity !== 'info').map(({ at }) => at);
    expect(wrong).toEqual(expect.arrayContaining(['1月 & 2月!C3', '1月 & 2月!E4', '1月 & 2月!F5']));
    const marked = await markedLedger(given, '台账.xlsx', document);
    if (!('bytes' in marked)) throw new Error(marked.problem.message);
    expect(marked.fileName).toBe('台账（标注）.xlsx');
    const [before, after] = [await partsOf(given), await partsOf(marked.bytes)];
    const changed = [...after.keys()].filter((name) => !before.get(name)?.equals(after.get(name)!));
    expect(changed.sort()).toEqual([
      ...['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'],
      ...['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet3.xml'],
    ]);
    const withoutStyles = (parts: typeof before) =>
      parts
        .get('xl/worksheets/sheet1.xml')!
        .toString('utf8')
        .replace(/ s="\d+"/g, '');
    expect(withoutStyles(after)).toBe(withoutStyles(before));

    const book = new ExcelJS.Workbook();
    await book.xlsx.load(marked.bytes.buffer.slice(marked.bytes.byteOffset) as ArrayBuffer);
    const sheet = book.getWorksheet('1月 & 2月')!;
    const colours = ['C3', 'E4', 'F5', 'C2', 'D3'].map((at) => {
      const { fill } = sheet.getCell(at);
      return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
    });
    expect(colours).toEqual(['FFFFC7CE', 'FFFFC7CE', 'FFFFC7CE', undefined, undefined]);
    expect(sheet.getCell('C3').font.bold).toBe(true);
    const list = book.getWorksheet('核对结果')!;
    expect(list.getCell('A2').text).toMatch(/^1月 & 2月!|^整个文件$/);
    expect(list.rowCount).toBe(1 + wrong.length);

    const again = await judge(marked.bytes, '台账.xlsx');
    expect(again.cases).toEqual(cases);
    expect(again.document.cells).toEqual(document.cells);
  });

  test('a format that cannot be marked as it is says so', async () => {
    const { document } = await judge(await officeLedger(), '台账.xlsx');
    const marked = await markedLedger(Buffer.from([0xd0, 0xcf]), '台账.xls', { ...document, format: 'xls' });
    expect(marked).toMatchObject({ problem: { code: 'MARKS_NOT_WRITTEN', severity: 'info' } });
    if (!('bytes' in marked)) throw new Error('there is no list');
    expect(marked.fileName).toBe('台账（核对结果）.xlsx');
    const list = new ExcelJS.Workbook();
    await list.xlsx.load(marked.bytes.buffer.slice(marked.bytes.byteOffset) as ArrayBuffer);
    const lines = list.getWorksheet('核对结果')!.getSheetValues().slice(1);
    const wrong = document.problems.filter(({ severity }) => severity !== 'info');
    expect(lines.slice(1).map((line) => (line as unknown[])[3])).toEqual(wrong.map(({ message }) => message));
    expect(lines[0]).toEqual([undefined, '位置', '程度', '说明']);
  });
});

test.each(['utf-8', 'gb18030', 'utf-16le'])(
  'a delimited text in %s has its errors behind its lines',
  async (encoding) => {
    const lines = [
      '申请编号,申请人类型,收到日期,答复日期,答复类型,备注',
      '2024-001,公民,2024.3.1,2024.3.20,予以公开,"两行\n的""备注"""',
      '2024-002,媒体,2024.2.30,2024.3.20,予以公开,',
      '',
      '2024-003,公民,2024.3.1,2024.3.20,予以公开,甲',
    ];
    const bytes = iconv.encode(lines.join('\r\n'), encoding, { addBOM: encoding === 'utf-16le' });
    const { document } = await judge(bytes, '台账.csv');
    const marked = await markedLedger(bytes, '台账.csv', document);
    if (!('bytes' in marked)) throw new Error(marked.problem.message);
    const text = iconv.decode(marked.bytes, encoding);
    const [, , line = ''] = text.replace('两行\n', '').split('\r\n');
    expect(line).toMatch(/^2024-002,媒体,2024\.2\.30,2024\.3\.20,予以公开,,"错误：.*C3.*"$/);
    expect(
      text
        .split('\r\n')
        .filter((_, index) => index !== 2)
        .join('\r\n'),
    ).toBe(lines.filter((_, index) => index !== 2).join('\r\n'));
  },
);
