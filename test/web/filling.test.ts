import { describe, expect, test } from 'vitest';
import { cellsOf, type CellKey, type Values } from '../../src/cells.js';
import { form2021 } from '../../src/forms/2021.js';
import { blankTotals, zerosOf } from '../../web/form/editing/filling.js';

const values = (filled: Readonly<Record<CellKey, bigint>>, others: bigint | null): Values =>
  cellsOf(form2021).map(({ key }) => (key in filled ? filled[key]! : others));
const untyped = () => false;

describe('what can be filled at once', () => {
  test('a blank form is all zeros, and a field with something that is no number is not blank', () => {
    const blank = values({}, null);
    expect(zerosOf(form2021, blank, untyped)).toHaveLength(200);
    const typed = 'licensing.licensing.decisions';
    const zeros = zerosOf(form2021, blank, (key) => key === typed);
    expect(zeros).toHaveLength(199);
    expect(zeros).not.toContain(typed);
  });

  test('a total of a field with something that is no number is no zero', () => {
    const typed = 'remedies.reconsideration.upheld';
    const zeros = zerosOf(form2021, values({}, null), (key) => key === typed);
    expect(zeros).not.toContain('remedies.reconsideration.total');
    expect(zeros).toContain('remedies.directLitigation.total');
  });

  test('blank totals take the sum of their parts, and totals of totals after them', () => {
    const details = Object.fromEntries(
      cellsOf(form2021)
        .filter(({ key }) => !/total$|outcomesTotal/.test(key))
        .map(({ key }) => [key, 0n]),
    );
    const totals = blankTotals(
      form2021,
      values({ ...details, 'requests.disclosed.naturalPerson': 12n, 'requests.notHeld.business': 4n }, null),
      untyped,
    );
    const sums = Object.fromEntries(totals.map(({ key, sum }) => [key, sum]));
    expect(sums).toMatchObject({
      'requests.disclosed.total': 12n,
      'requests.outcomesTotal.naturalPerson': 12n,
      'requests.outcomesTotal.business': 4n,
      'requests.outcomesTotal.total': 16n,
      'remedies.reconsideration.total': 0n,
    });
    // 25 rows of 三, its six columns of （七）, three rows of 四.
    expect(totals).toHaveLength(25 + 6 + 3);
  });

  test('none is offered where a part is blank, where a total stands, or where its ways disagree', () => {
    const keyed = values({ 'requests.received.total': 5n, 'requests.outcomesTotal.naturalPerson': 3n }, 0n);
    expect(blankTotals(form2021, keyed, untyped)).toEqual([]);
    const corner = 'requests.outcomesTotal.total';
    const torn = cellsOf(form2021).map(({ key }, index) => (key === corner ? null : keyed[index]!));
    expect(blankTotals(form2021, torn, untyped)).toEqual([]);
    expect(blankTotals(form2021, values({}, null), untyped)).toEqual([]);
  });
});
