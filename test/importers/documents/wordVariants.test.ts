import { beforeAll, expect, test } from 'vitest';
import { inflatePart } from '../../../importers/files/inflatePart.js';
import { limits } from '../../../importers/files/limits.js';
import { readZipEntries } from '../../../importers/files/zipEntries.js';
import { documentBytes, readDocumentFile, valuesOf, wholeReports } from '../../support/readDocuments.js';
import { makeZip, type ZipPart } from '../reading/zip.js';

/** A document by python-docx in which one number is written in ways that Word and WPS know. */
const key = 'requests.received.naturalPerson';
const [whole] = wholeReports;
const number = whole?.cells[key] ?? '';
const [first, second] = [number.slice(0, 3), number.slice(3)];
const main = 'word/document.xml';
let parts: readonly ZipPart[];
let text: string;

beforeAll(async () => {
  const entries = await readZipEntries(documentBytes('docx/county.docx'), limits.report);
  parts = await Promise.all(
    entries.map(async (entry) => {
      const pieces: Buffer[] = [];
      const { unpackedBytes } = limits.report;
      await inflatePart(entry, unpackedBytes, limits.report, (piece) => pieces.push(piece));
      return { name: entry.name, content: Buffer.concat(pieces) };
    }),
  );
  text = parts.find(({ name }) => name === main)?.content?.toString() ?? '';
});

const run = (words: string, look = '') =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const numberRun = () => new RegExp(`<w:r>(?:(?!</w:r>).)*<w:t>${number}</w:t></w:r>`, 's');

async function read(changed: string) {
  expect(changed).not.toBe(text);
  const bytes = makeZip(parts.map((part) => (part.name === main ? { ...part, content: changed } : part)));
  const { reports, problems } = await readDocumentFile(bytes, '年报.docx');
  const codes = [...problems, ...(reports[0]?.problems ?? [])].map(({ code }) => code);
  return { values: valuesOf(reports[0]), codes: [...new Set(codes)], report: reports[0] };
}

const box = (fallback: string) =>
  `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>${run(number)}</w:p></w:txbxContent></w:drawing></mc:Choice>${fallback}</mc:AlternateContent></w:r>`;

/** What is written in place of the number, and what is told. */
const same: readonly (readonly [name: string, written: string, codes: readonly string[]])[] = [
  [
    'in two runs with a mark of the spelling between',
    `${run(first)}<w:proofErr w:type="spellStart"/>${run(second)}`,
    [],
  ],
  [
    'as text in a choice and its fall-back',
    `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14"><w:t>${number}</w:t></mc:Choice><mc:Fallback><w:t>${number}</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    [],
  ],
  ['in a text box without a fall-back', box(''), []],
  [
    'in a text box with a fall-back',
    box(
      `<mc:Fallback><w:pict><w:txbxContent><w:p>${run(number)}</w:p></w:txbxContent></w:pict></mc:Fallback>`,
    ),
    [],
  ],
  [
    'as the base of a ruby',
    `<w:r><w:ruby><w:rt>${run('9')}</w:rt><w:rubyBase>${run(number)}</w:rubyBase></w:ruby></w:r>`,
    [],
  ],
  ['in a content control', `<w:sdt><w:sdtPr/><w:sdtContent>${run(number)}</w:sdtContent></w:sdt>`, []],
  ['as the result of a field', `<w:fldSimple w:instr=" =SUM(LEFT) ">${run(number)}</w:fldSimple>`, []],
  ['with a soft hyphen in it', `${run(first)}<w:r><w:softHyphen/></w:r>${run(second)}`, []],
  [
    'beside a digit of full size moved up by hand',
    run(number) + run('8', '<w:position w:val="12"/>'),
    ['NOTE_IN_CELL'],
  ],
  ['beside a digit of one point', run(number) + run('8', '<w:sz w:val="2"/>'), ['HIDDEN_CONTENT']],
  ['beside a hidden digit', run(number) + run('8', '<w:vanish/>'), ['HIDDEN_CONTENT']],
  ['beside a struck digit', run('8', '<w:strike/>') + run(number), ['NOTE_IN_CELL']],
  [
    'as a tracked insertion over a deletion',
    `<w:del w:id="1" w:author="a"><w:r><w:delText>99</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run(number)}</w:ins>`,
    ['TRACKED_CHANGES'],
  ],
  [
    'moved there from elsewhere',
    `<w:moveFrom w:id="1" w:author="a">${run('99')}</w:moveFrom><w:moveTo w:id="2" w:author="a">${run(number)}</w:moveTo>`,
    ['TRACKED_CHANGES'],
  ],
];

test.each(same)('a number %s is that number', async (_name, written, codes) => {
  const { values, codes: told } = await read(text.replace(numberRun(), () => written));
  expect(values).toEqual(whole?.cells);
  expect(told).toEqual(codes);
});

/** Two numbers, or none: never one that nobody wrote. */
test.each([
  ['a line break', '<w:br/>'],
  ['the old line break', '<w:cr/>'],
  ['a tab', '<w:tab/>'],
])('digits parted by %s are not one number', async (_name, mark) => {
  const written = `${run(first)}<w:r>${mark}</w:r>${run(second)}`;
  const { values, codes } = await read(text.replace(numberRun(), () => written));
  expect(values).toEqual({ ...whole?.cells, [key]: null });
  expect(codes).toEqual(['NOT_A_NUMBER']);
});

test('a row and a cell that tracked changes put in or took away are told', async () => {
  const row = new RegExp(`<w:tr>(?:(?!<w:tr>).)*<w:t>${number}</w:t>.*?</w:tr>`, 's').exec(text)?.[0] ?? '';
  const mark = '<w:trPr><w:del w:id="9" w:author="a"/></w:trPr>';
  const gone = row.replace('<w:tr>', `<w:tr>${mark}`).replaceAll(/<w:t>\d+<\/w:t>/g, '<w:t>5</w:t>');
  const deleted = await read(text.replace(row, () => row + gone));
  expect([deleted.values, deleted.codes]).toEqual([whole?.cells, ['TRACKED_CHANGES']]);
  const inserted = await read(
    text.replace(row, () => row.replace('<w:tr>', '<w:tr><w:trPr><w:ins w:id="9" w:author="a"/></w:trPr>')),
  );
  expect([inserted.values, inserted.codes]).toEqual([whole?.cells, ['TRACKED_CHANGES']]);
});

test('a merge that html-to-docx goes on with below its end does not push the last number aside', async () => {
  const below = whole?.cells['requests.carriedOver.total'] ?? '';
  const row = new RegExp(`<w:tr>(?:(?!<w:tr>).)*<w:t>${below}</w:t>.*?</w:tr>`, 's').exec(text)?.[0] ?? '';
  const last = row.lastIndexOf('<w:tc>');
  const mark = '<w:tc><w:tcPr><w:vMerge w:val="continue"/><w:gridSpan w:val="0"/></w:tcPr><w:p/></w:tc>';
  const { values, codes } = await read(text.replace(row, () => row.slice(0, last) + mark + row.slice(last)));
  expect([values, codes]).toEqual([whole?.cells, []]);
});

test('the report of the year before behind or before it is another report, and told', async () => {
  const [head, body, end] = /^(.*<w:body>)(.*?)(<w:sectPr.*)$/s.exec(text)?.slice(1) ?? [];
  const year = whole?.year ?? 0;
  const before = body
    ?.replaceAll(`${year}年`, `${year - 1}年`)
    .replaceAll(/<w:t>(\d+)<\/w:t>/g, (_, digits: string) => `<w:t>${Number(digits) + 1}</w:t>`);
  for (const all of [`${body}${before}`, `${before}${body}`]) {
    const { values, codes, report } = await read(`${head}${all}${end}`);
    expect([values, codes, report?.year]).toEqual([whole?.cells, ['TWO_YEARS'], year]);
    expect(report?.sections.map(({ text: words }) => words)).toEqual(
      Object.values(whole?.sections ?? {}).map((words): unknown => expect.stringContaining(words)),
    );
  }
  const twice = await read(`${head}${body}${body}${end}`);
  expect(twice.codes).toContain('ROW_TWICE');
});

test('a table parted by an empty line, or by the number of a page, is one table', async () => {
  const rows = text.slice(text.indexOf('第一项加第二项')).match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  const row = rows[12] ?? '';
  const table = text.lastIndexOf('<w:tbl>', text.indexOf(row));
  const head = text.slice(table, text.indexOf('<w:tr>', table));
  for (const line of ['', run('- 2 -')]) {
    const { values, codes, report } = await read(
      text.replace(row, () => `</w:tbl><w:p>${line}</w:p>${head}${row}`),
    );
    expect([values, codes]).toEqual([whole?.cells, []]);
    expect(report?.cells['requests.carriedForward.total']?.at).toMatch(/^表3 R\d+C\d+$/);
  }
});
