import { entriesOf } from '../../src/cells.js';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import { report, reportParts, withSheet } from '../support/hostile.js';
import { deflatedSpaces, makeZip } from './reading/zip.js';

async function codesOf(bytes: Buffer): Promise<string[]> {
  const { problems, reports } = await readFile(bytes, '年报.xlsx', { blanksAreZero: false });
  expect(problems.every(({ message }) => /[一-鿿]/.test(message))).toBe(true);
  return [...problems, ...reports.flatMap((read) => read.problems)].map(({ code }) => code);
}

const whole = makeZip(reportParts());
const directoryAt = whole.readUInt32LE(whole.length - 6);

/** The package with a field of its first directory entry overwritten. */
function withDirectory(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(whole);
  change(bytes);
  return bytes;
}

test('the package is read when nothing was done to it', async () => {
  expect(await codesOf(whole)).toEqual([]);
});

describe('a package that lies', () => {
  test.each<[string, (bytes: Buffer) => void]>([
    ['a packed size of almost 4 GiB', (bytes) => bytes.writeUInt32LE(0xfffffff0, directoryAt + 20)],
    ['a packed size of nothing', (bytes) => bytes.writeUInt32LE(0, directoryAt + 20)],
    ['an unpacked size of almost 4 GiB', (bytes) => bytes.writeUInt32LE(0xfffffff0, directoryAt + 24)],
    [
      'a packed size that reaches into the next part',
      (bytes) => {
        bytes.writeUInt32LE(bytes.readUInt32LE(directoryAt + 20) + 40, directoryAt + 20);
      },
    ],
    ['a part behind the end', (bytes) => bytes.writeUInt32LE(0x7fffffff, directoryAt + 42)],
    ['a part that begins in the middle of another', (bytes) => bytes.writeUInt32LE(7, directoryAt + 42)],
    ['a directory behind the end', (bytes) => bytes.writeUInt32LE(0x7fffffff, bytes.length - 6)],
    [
      'fewer entries than there are',
      (bytes) => {
        bytes.writeUInt16LE(1, bytes.length - 14);
        bytes.writeUInt16LE(1, bytes.length - 12);
      },
    ],
    [
      'more entries than there are',
      (bytes) => {
        bytes.writeUInt16LE(900, bytes.length - 14);
        bytes.writeUInt16LE(900, bytes.length - 12);
      },
    ],
  ])('%s', async (_, change) => {
    const codes = await codesOf(withDirectory(change));
    expect(codes).toHaveLength(1);
    expect(['UNREADABLE', 'UNSUPPORTED_FORMAT', 'TOO_LARGE']).toContain(codes[0]);
  });

  test('a local header that names another part: the directory decides', async () => {
    const bytes = withDirectory((changed) => changed.write('../../x', 30, 'latin1'));
    expect(await codesOf(bytes)).toEqual([]);
  });

  test('20,000 entries', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({ name: `xl/${at}.xml`, content: '' }));
    expect(await codesOf(makeZip([...reportParts(), ...many]))).toEqual(['TOO_LARGE']);
  });

  test('a name that climbs with backslashes', async () => {
    const part = { name: '..\\..\\年报.xml', content: '' };
    expect(await codesOf(makeZip([...reportParts(), part]))).toEqual(['UNREADABLE']);
  });

  test('names of the prototype', async () => {
    const parts = ['__proto__', 'constructor', 'xl/__proto__.xml', 'toString'].map((name) => ({ name }));
    expect(await codesOf(makeZip([...reportParts(), ...parts]))).toEqual([]);
  });

  test('a bomb in a bomb', async () => {
    const inner = makeZip([{ name: 'xl/a.xml', packed: deflatedSpaces(100), declaredSize: 100 << 20 }]);
    expect(await codesOf(makeZip([...reportParts(), { name: 'xl/b.xml', content: inner }]))).toEqual([]);
    const part = { name: 'xl/c.xml', packed: deflateRawSync(deflatedSpaces(300)) };
    expect(await codesOf(makeZip([...reportParts(), part]))).not.toEqual([]);
  });
});

test('cut off anywhere, it is refused', async () => {
  for (let length = whole.length - 1; length > 4; length -= 97)
    expect(await codesOf(whole.subarray(0, length))).toEqual(['UNREADABLE']);
});

describe('XML', () => {
  test('in UTF-16 is read; a DOCTYPE in it is seen', async () => {
    const inUtf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const swapped = (text: string) => inUtf16(text).swap16();
    expect(await codesOf(withSheet(inUtf16))).toEqual([]);
    expect(await codesOf(withSheet(swapped))).toEqual([]);
    const declared = withSheet((sheet) => inUtf16(`<!DOCTYPE a [<!ENTITY b "c">]>${sheet}`));
    expect(await codesOf(declared)).toEqual(['DOCTYPE_FORBIDDEN']);
  });

  test('a DOCTYPE with an outside entity is refused; in a picture, which nobody reads, it is let be', async () => {
    const content = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';
    for (const name of ['xl/a.xml', 'xl/styles.xml', '_rels/.rels'])
      expect(await codesOf(makeZip([...reportParts(), { name, content }]))).toEqual(['DOCTYPE_FORBIDDEN']);
    const picture = { name: 'xl/media/a.svg', content };
    expect(await codesOf(makeZip([...reportParts(), picture]))).toEqual([]);
  });

  test('cut off anywhere, a value is right or blank', async () => {
    const sheet = String(reportParts().find(({ name }) => name.includes('sheet1'))?.content);
    for (let length = sheet.length - 1; length > 0; length -= 211) {
      const bytes = withSheet(() => sheet.slice(0, length));
      const { reports, problems } = await readFile(bytes, '年报.xlsx', { blanksAreZero: false });
      if (reports.length === 0) expect(problems).not.toEqual([]);
      for (const [key, { value }] of entriesOf(reports[0]?.cells ?? {}))
        if (value !== null) expect(value).toBe(report.cells[key]?.value);
    }
  });
});
