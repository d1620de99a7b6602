import { expect, test } from 'vitest';
import { remembered } from '../../src/prose/remembered.js';

test('the last texts are not read again, older ones are, and the answers stay the same', () => {
  const read: string[] = [];
  const size = remembered((text) => {
    read.push(text);
    return text.length;
  }, 2);
  expect(['一', '一二', '一'].map(size)).toEqual([1, 2, 1]);
  expect(read).toEqual(['一', '一二']);
  expect(['三三三', '四四四四', '五五五五五', '一'].map(size)).toEqual([3, 4, 5, 1]);
  expect(read.at(-1)).toBe('一');
});

test('a very long text is not kept', () => {
  let asked = 0;
  const size = remembered((text) => {
    asked += 1;
    return text.length;
  }, 2);
  const long = '长'.repeat(30_000);
  expect([size(long), size(long)]).toEqual([30_000, 30_000]);
  expect(asked).toBe(2);
});
