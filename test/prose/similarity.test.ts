import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOf } from '../../src/prose/similarity.js';

const text = '2024年在门户网站发布信息860条，办结申请二十七件，逐件登记，按期答复，没有超期的情形。';

test('figures and years do not count', () => {
  const other = text.replace('2024', '2025').replace('860', '1,790').replace('二十七件', '三件');
  expect(likenessOf(text, other)).toBe(1);
});

test('other words do', () => {
  expect(likenessOf(text, '本年度修订了公开指南，清理失效文件，并对基层人员开展了培训。')).toBeLessThan(0.2);
  expect(likenessOf('', text)).toBe(0);
  expect(likenessOf('无。', '无。')).toBe(0);
});

test('it is the same both ways, and never more than 1', () => {
  const texts = fc.array(fc.constantFrom(...'公开信息申请办理情况，。12'), { maxLength: 60 });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const likeness = likenessOf(one.join(''), other.join(''));
      expect(likeness).toBe(likenessOf(other.join(''), one.join('')));
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
    }),
  );
});

test('it is what counting pieces of five characters in sets comes to', () => {
  const pieces = (characters: readonly string[]) =>
    new Set(characters.flatMap((_, at) => (at < 4 ? [] : [characters.slice(at - 4, at + 1).join('')])));
  const texts = fc.array(fc.constantFrom(...'公开，𠮷㮾A'), { maxLength: 80 });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const [first, second] = [pieces(one), pieces(other)];
      const common = [...first].filter((piece) => second.has(piece)).length;
      const expected = first.size && second.size ? common / (first.size + second.size - common) : 0;
      expect(likenessOf(one.join(''), other.join(''))).toBe(expected);
    }),
  );
});
