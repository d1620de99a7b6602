import { describe, expect, test } from 'vitest';
import { Refusal, refuseAny } from '../../src/filing/refusal.js';
import { problem } from '../../src/problems/problem.js';

const shown = (refusal: Refusal) =>
  refusal.all.map(({ code, message, path }) => [code, message, path.join('.')]);

function refused(...refusals: Refusal[]): Refusal {
  try {
    refuseAny(refusals);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a refusal', () => {
  const two = refused(
    new Refusal('NOT_A_NUMBER', '一', ['input', 'a']),
    new Refusal('NOT_WHOLE', '二', ['input', 'b']),
  );

  test('that moves to another part of the request takes the others along', () => {
    expect(shown(two.at(['parent']))).toEqual([
      ['NOT_A_NUMBER', '一', 'parent'],
      ['NOT_WHOLE', '二', 'parent'],
    ]);
    expect(shown(two.moved(({ path }) => path.slice(1)))).toEqual([
      ['NOT_A_NUMBER', '一', 'a'],
      ['NOT_WHOLE', '二', 'b'],
    ]);
  });

  test('in other words keeps its place and the others', () => {
    expect(shown(two.saying('第 3 行：一'))).toEqual([
      ['NOT_A_NUMBER', '第 3 行：一', 'input.a'],
      ['NOT_WHOLE', '二', 'input.b'],
    ]);
  });

  test('of several refusals that have others loses none', () => {
    expect(shown(refused(two, new Refusal('OUT_OF_RANGE', '三'))).map(([code]) => code)).toEqual([
      'NOT_A_NUMBER',
      'NOT_WHOLE',
      'OUT_OF_RANGE',
    ]);
  });

  test('is made of a problem', () => {
    expect(shown(Refusal.of(problem('NOT_WHOLE', '件数不是整数。'), ['cells', '0']))).toEqual([
      ['NOT_WHOLE', '件数不是整数。', 'cells.0'],
    ]);
  });
});
