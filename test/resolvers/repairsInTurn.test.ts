import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from '../../resolvers/edge/inTurn.js';

test('D9: between two pieces of long work every other request gets its turn', async () => {
  let turns = 0;
  let isDone = false;
  const others = (async () => {
    while (!isDone) {
      await turn();
      turns += 1;
    }
  })();
  const seen = await Promise.all(Array.from({ length: 20 }, () => inTurn(() => turns)));
  isDone = true;
  await others;
  expect(new Set(seen).size).toBe(20);
});

test('work that fails fails alone', async () => {
  const failing = inTurn(() => {
    throw new Error('in vain');
  });
  const next = inTurn(() => 'done');
  await expect(failing).rejects.toThrow('in vain');
  expect(await next).toBe('done');
});
