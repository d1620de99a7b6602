import { expect, test } from 'vitest';
import { visibleText } from '../../src/text/visibleText.js';

test('what is to be seen of a text does not depend on what is not', () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => code);
  const texts = codes.map((code) => `合${String.fromCharCode(code)}计`);
  expect(texts.filter((text) => visibleText(`${text}\u200b`) !== visibleText(text))).toEqual([]);
});

test.each([
  ['合\u00ad计', '合计'],
  ['合\u3164计', '合计'],
  ['合\u0085计', '合\n计'],
  ['合\t计\n', '合\t计\n'],
])('%j is seen as %j', (text, seen) => expect(visibleText(text)).toBe(seen));
