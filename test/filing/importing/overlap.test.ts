import { expect, it } from 'vitest';
import { OneByOne, Overlap } from '../../../src/filing/importing/collections/Overlap.js';

/** Work that ends when it is told to. */
function held() {
  let end = (): void => undefined;
  let fail = (_error: Error): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { ended, end, fail };
}

it('begins the next when it may follow and there is room, and waits for all at the end', async () => {
  const overlap = new Overlap(2);
  const [first, second, third] = [held(), held(), held()];
  const begun: string[] = [];
  await overlap.begin((follow) => {
    begun.push('first');
    follow();
    return first.ended;
  });
  const beginning = overlap
    .begin(() => {
      begun.push('second');
      return second.ended;
    })
    .then(() =>
      overlap.begin(() => {
        begun.push('third');
        return third.ended;
      }),
    );
  await Promise.resolve();
  expect(begun).toEqual(['first', 'second']);
  // The second does not say that it may be followed: the third begins at its end.
  first.end();
  await first.ended;
  expect(begun).toEqual(['first', 'second']);
  second.end();
  third.end();
  await beginning;
  await overlap.end();
  expect(begun).toEqual(['first', 'second', 'third']);
});

it('begins nothing more when something failed, and tells it also at the end', async () => {
  const overlap = new Overlap(2);
  const first = held();
  await overlap.begin((follow) => {
    follow();
    return first.ended;
  });
  first.fail(new Error('lost'));
  await expect(overlap.end()).rejects.toThrow('lost');
  let isBegun = false;
  const later = overlap.begin(() => {
    isBegun = true;
    return Promise.resolve();
  });
  await expect(later).rejects.toThrow('lost');
  expect(isBegun).toBe(false);
});

it('lets in one after the other, in the order in which they came', async () => {
  const turns = new OneByOne();
  const order: number[] = [];
  const all = [1, 2, 3].map(async (each) => {
    const leave = await turns.take();
    order.push(each);
    await Promise.resolve();
    order.push(each);
    leave();
  });
  await Promise.all(all);
  expect(order).toEqual([1, 1, 2, 2, 3, 3]);
});
