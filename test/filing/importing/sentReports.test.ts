import { expect, it } from 'vitest';
import type { Id } from '../../../src/brands/brands.js';
import { SentReports } from '../../../src/filing/importing/deciding/sentReports.js';

const [a, b] = ['a' as Id<'Agency'>, 'b' as Id<'Agency'>];

it('forgets what came after a mark, as often as that is wanted, and nothing before', () => {
  const sent = new SentReports();
  sent.add(a, 2024, '第2行');
  sent.addFiled(b, 2024, '第3行');
  const asBefore = sent.mark();
  for (let tries = 0; tries < 3; tries += 1) {
    asBefore();
    expect(sent.placesOf(a, 2024)).toEqual(['第2行']);
    expect(sent.filedPlaceOf(a, 2024)).toBeUndefined();
    expect(sent.filedPlaceOf(b, 2024)).toBe('第3行');
    sent.add(a, 2024, '第2行');
    sent.add(a, 2024, '第9行');
    sent.addFiled(a, 2024, '第2行');
    sent.addFiled(b, 2024, '第9行');
    sent.addFiled(b, 2024, '第10行');
    expect(sent.placesOf(a, 2024)).toEqual(['第2行', '第9行']);
  }
  sent.mark()();
  expect(sent.placesOf(a, 2024)).toEqual(['第2行', '第9行']);
  expect(sent.filedPlaceOf(b, 2024)).toBe('第10行');
});

it('takes back what one part of a request told, and leaves what the others told', () => {
  const sent = new SentReports();
  const [one, other] = [sent.part(), sent.part()];
  const [asBefore] = [one.mark(), other.mark()];
  one.add(a, 2024, '第2行');
  other.add(a, 2024, '第9行');
  one.addFiled(b, 2024, '第3行');
  expect(sent.placesOf(a, 2024)).toEqual(['第2行', '第9行']);
  asBefore();
  expect(other.placesOf(a, 2024)).toEqual(['第9行']);
  expect(sent.filedPlaceOf(b, 2024)).toBeUndefined();
});
