import { describe, expect, test } from 'vitest';
import { limits } from '../../../importers/files/limits.js';
import { preflight } from '../../../importers/files/preflight.js';
import { RefusedFile } from '../../../importers/files/refusedFile.js';
import { deflatedSpaces, makeWorkbook, makeZip, workbookParts, type ZipPart } from './zip.js';

const plain = workbookParts({ 年报: '<row r="1"><c r="A1"><v>1</v></c></row>' });

async function refusal(bytes: Buffer, changed: Partial<typeof limits.report> = {}): Promise<string> {
  try {
    await preflight(bytes, { ...limits.report, ...changed });
  } catch (error) {
    if (error instanceof RefusedFile) return `${error.problem.code} ${error.problem.message}`;
    throw error;
  }
  return 'accepted';
}

const withPart = (part: ZipPart): Buffer => makeZip([...plain, part]);

describe('a package that is refused', () => {
  test('a bomb of 2 GB, in under 100 MB', async () => {
    const bomb = withPart({ name: 'xl/sharedStrings.xml', packed: deflatedSpaces(2048), declaredSize: 10 });
    const before = process.memoryUsage().rss;
    const answer = await refusal(bomb);
    expect(answer).toMatch(/^TOO_LARGE 文件中的 xl\/sharedStrings.xml 解压后超过原来的 200 倍/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });

  test('a bomb in a picture that nobody reads', async () => {
    expect(await refusal(withPart({ name: 'xl/media/1.png', packed: deflatedSpaces(300) }))).toMatch(
      /^TOO_LARGE/,
    );
  });

  test('a small bomb, inflated at once', async () => {
    expect(await refusal(withPart({ name: 'xl/a.xml', packed: deflatedSpaces(3) }))).toMatch(/^TOO_LARGE/);
  });

  test('a part past its limit', async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => at * at).join());
    const part = { name: 'xl/a.xml', content: noise };
    expect(await refusal(withPart(part), { partBytes: 20_000 })).toMatch(
      /^TOO_LARGE 文件中的 xl\/a.xml 解压后超过上限 20 KiB/,
    );
  });

  test('parts that together are past the limit', async () => {
    const part = { name: 'xl/a.xml', content: 'x'.repeat(3000) };
    expect(await refusal(withPart(part), { unpackedBytes: 3000 })).toMatch(
      /^TOO_LARGE 文件解压后超过上限 3 KiB/,
    );
  });

  test('a declared size that is not the real one', async () => {
    const part = { name: 'xl/a.xml', content: '<a/>', declaredSize: 3 };
    expect(await refusal(withPart(part))).toMatch(/^UNREADABLE 文件已损坏/);
  });

  test('a wrong checksum', async () => {
    expect(await refusal(withPart({ name: 'xl/a.xml', content: '<a/>', checksum: 1 }))).toMatch(
      /^UNREADABLE 文件已损坏/,
    );
  });

  test('more entries than allowed', async () => {
    const parts = Array.from({ length: 1001 }, (_, at) => ({ name: `xl/${at}.xml`, content: '' }));
    expect(await refusal(makeZip([...plain, ...parts]))).toMatch(/^TOO_LARGE 文件内部有 1005 个部分/);
  });

  test('more filled cells than allowed', async () => {
    const cells = Array.from({ length: 200_001 }, (_, at) => `<c><v>${at}</v></c>`).join('');
    expect(await refusal(makeWorkbook(`<row r="1">${cells}</row>`))).toMatch(
      /^TOO_LARGE 文件里有内容的单元格超过上限 200000 个/,
    );
  });

  test('filled cells in a namespace of their own', async () => {
    const rows = '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:v>1</x:v></x:c></x:row>';
    expect(await refusal(makeWorkbook(rows), { filledCells: 1 })).toMatch(/^TOO_LARGE/);
  });

  test('more sheets than allowed', async () => {
    const sheets = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`表${at}`, '']));
    expect(await refusal(makeZip(workbookParts(sheets)))).toMatch(/^TOO_LARGE 文件里的工作表超过上限 50 个/);
  });

  test('cells of an OpenDocument sheet that repeat', async () => {
    const content =
      '<table:table table:name="年报"><table:table-row table:number-rows-repeated="1000">' +
      '<table:table-cell table:number-columns-repeated="1000"><text:p>1</text:p></table:table-cell>' +
      '</table:table-row></table:table>';
    const bytes = makeZip([
      { name: 'META-INF/manifest.xml', content: '<manifest/>' },
      { name: 'content.xml', content },
    ]);
    expect(await refusal(bytes)).toMatch(/^TOO_LARGE 文件里有内容的单元格超过上限/);
  });

  test('an encrypted entry', async () => {
    expect(await refusal(withPart({ name: 'xl/a.xml', content: '<a/>', flags: 1 }))).toMatch(/^ENCRYPTED/);
  });

  test('an encrypted OpenDocument sheet', async () => {
    const bytes = makeZip([
      { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
      { name: 'content.xml', content: 'x' },
    ]);
    expect(await refusal(bytes)).toMatch(/^ENCRYPTED/);
  });

  test.each(['<!DOCTYPE a>', '<!ENTITY a "b">'])('%s', async (declaration) => {
    const part = { name: 'xl/a.xml', content: `<?xml version="1.0"?>${declaration}<a/>` };
    expect(await refusal(withPart(part))).toMatch(/^DOCTYPE_FORBIDDEN/);
  });

  test('two parts of one name', async () => {
    expect(await refusal(withPart({ name: 'XL/workbook.xml', content: '' }))).toMatch(
      /^UNREADABLE 文件内部有两个同名的部分/,
    );
  });

  test('parts that share bytes', async () => {
    expect(await refusal(withPart({ name: 'xl/b.xml', sameContentAs: 1 }))).toMatch(
      /^UNREADABLE 文件内部的部分互相重叠/,
    );
  });

  test.each(['../a.xml', '/a.xml', 'C:/a.xml'])('a part named %s', async (name) => {
    expect(await refusal(withPart({ name, content: '' }))).toMatch(
      /^UNREADABLE 文件内部的部分名称指向文件之外/,
    );
  });

  test('a compression nobody uses', async () => {
    expect(await refusal(withPart({ name: 'xl/a.xml', content: 'x', method: 12 }))).toMatch(
      /^UNREADABLE 文件用了不常见的压缩方法/,
    );
  });

  test('a truncated zip', async () => {
    const whole = makeZip(plain);
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatch(/^UNREADABLE 文件不完整或已损坏/);
  });

  test.each([
    ['word/document.xml', 'Word 文档'],
    ['ppt/presentation.xml', '演示文稿'],
    ['OFD.xml', 'OFD 版式文件'],
    ['Index/Document.iwa', 'Numbers 表格'],
    ['objectdata.xml', '标文通'],
    ['年报.xlsx', '压缩包'],
  ])('a package with %s', async (name, what) => {
    const answer = await refusal(makeZip([{ name, content: 'x' }]));
    expect(answer).toMatch(/^UNSUPPORTED_FORMAT/);
    expect(answer).toContain(what);
  });
});

describe('a package that is read', () => {
  test('keeps the parts with values and leaves out pictures, macros and links', async () => {
    const bytes = makeZip([
      ...plain,
      { name: 'xl/media/image1.png', content: 'x' },
      { name: 'xl/vbaProject.bin', content: 'x' },
      { name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' },
    ]);
    const { format, parts, hasMacros } = await preflight(bytes, limits.report);
    expect({ format, names: parts.map(({ name }) => name), hasMacros }).toEqual({
      format: 'xlsx',
      names: [
        '[Content_Types].xml',
        'xl/workbook.xml',
        'xl/_rels/workbook.xml.rels',
        'xl/worksheets/sheet1.xml',
      ],
      hasMacros: true,
    });
  });

  test('styled empties do not count as filled', async () => {
    const cells = Array.from({ length: 300_000 }, (_, at) => `<c r="XF${at + 1}" s="1"/>`).join('');
    expect(await refusal(makeWorkbook(cells))).toBe('accepted');
  });

  test('a large sheet that is inflated in pieces keeps every byte', async () => {
    const cells = Array.from({ length: 60_000 }, (_, at) => `<c r="A${at + 1}"><v>${at * 7919}</v></c>`).join(
      '',
    );
    const { parts } = await preflight(makeWorkbook(cells), limits.report);
    expect(parts[3]?.bytes.toString('utf8')).toContain(`<sheetData>${cells}</sheetData>`);
  });
});
