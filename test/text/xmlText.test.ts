import { expect, test } from 'vitest';
import { escapedXml, xmlText } from '../../src/text/xmlText.js';

test('every character that XML can hold is kept, breaks stay breaks, the others are left out', () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => code);
  const held = (code: number) =>
    [9, 10, 13].includes(code) || (code >= 32 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe);
  const expected = (code: number) =>
    held(code) ? String.fromCharCode(code) : code === 0xb || code === 0xc ? '\n' : '';
  expect(
    codes.filter((code) => xmlText(`12${String.fromCharCode(code)}34`) !== `12${expected(code)}34`),
  ).toEqual([]);
  expect(xmlText('𠮷')).toBe('𠮷');
});

test('a text stands between tags and in an attribute', () =>
  expect(escapedXml('<a b="1">&\u000b2')).toBe('&lt;a b=&quot;1&quot;&gt;&amp;\n2'));
