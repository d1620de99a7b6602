import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../importers/files/encoding.js';

const text = '规章,12,3\r\n行政规范性文件,4,5\r\n';

describe('encodings', () => {
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8-bom', Buffer.from(`\ufeff${text}`)],
    ['gb18030', iconv.encode(text, 'gb18030')],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', iconv.encode(text, 'utf16be', { addBOM: true })],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', iconv.encode(text, 'utf16be', { addBOM: false })],
  ])('%s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test('four-byte characters of GB18030, as in rare names', () => {
    expect(decodeText(iconv.encode('㐀县,1,2', 'gb18030'))).toEqual({
      text: '㐀县,1,2',
      encoding: 'gb18030',
    });
  });

  test('neither UTF-8 nor GB18030', () => {
    expect(() => decodeText(Buffer.from([0x41, 0xff, 0xff, 0x0a]))).toThrow(/编码无法确定/);
  });

  test('a marked UTF-8 file with broken bytes is not taken for GB18030 in part', () => {
    expect(() => decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0xff]))).toThrow(/编码无法确定/);
  });

  test('NUL in a text', () => {
    expect(() => decodeText(Buffer.from('规章,1\n文件,\0,2'))).toThrow(/空字符/);
  });
});
