import { describe, expect, test } from 'vitest';
import { findCell, withChanges, type CellKey } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';
import { rankChanges } from '../../src/repair/rankChanges.js';
import { slipOf, slips, type Slip } from '../../src/repair/slips.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { inShort, repairsInShort } from '../support/repairs.js';
import { validValues } from '../support/drafts.js';

const form = formById('2021')!;
const zeros = validValues(form).map(() => 0n);
const at = (key: CellKey) => findCell(form, key)!;
const place = (row: string, column: string): CellKey => `remedies.${row}.${column}`;

describe('how a person errs', () => {
  test.each<[Slip, CellKey, bigint | null, bigint]>([
    ['lost', 'requests.disclosed.business', null, 5n],
    ['swapped', 'requests.disclosed.business', 532n, 523n],
    ['swapped', 'requests.disclosed.business', 987n, 789n],
    ['dropped', 'requests.disclosed.business', 53n, 523n],
    ['dropped', 'requests.disclosed.business', 52n, 520n],
    ['doubled', 'requests.disclosed.business', 5223n, 523n],
    ['doubled', 'requests.disclosed.business', 5200n, 520n],
    ['mistyped', 'requests.disclosed.business', 528n, 523n],
    ['mistyped', 'requests.disclosed.business', 5239n, 523n],
    ['mistyped', 'requests.disclosed.business', 4n, 1n],
    ['neighbour', 'requests.disclosed.business', 70n, 523n],
    ['shifted', 'requests.disclosed.business', 90n, 523n],
    ['sign', 'requests.disclosed.business', -523n, 523n],
    ['yuan', 'fees.fees.amount', 251_000_000_000n, 25_100_000n],
    ['zero', 'requests.disclosed.business', 0n, 5n],
    ['other', 'requests.disclosed.business', 3n, 0n],
    ['other', 'requests.disclosed.business', 671n, 523n],
  ])('%s: %s %s for %s', (slip, key, written, right) => {
    const values = withChanges(form, zeros, [
      ['requests.disclosed.naturalPerson', 70n],
      ['requests.partiallyDisclosed.business', 90n],
      [key, written],
    ]);
    expect(slipOf(form, at(key), values, right)).toBe(slip);
  });

  test('likeliest first, and two slips are less likely than one', () => {
    const order: Slip[] = [
      ...(['lost', 'swapped', 'dropped', 'doubled', 'mistyped', 'shifted'] as const),
      ...(['neighbour', 'sign', 'yuan'] as const),
    ];
    const ranks = order.map((slip) => slips[slip].improbability);
    expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
    expect(2 * Math.min(...ranks)).toBeGreaterThan(Math.max(...ranks));
    for (const slip of [...order, 'zero'] as const) expect(slips[slip].words).toMatch(/^(缺数|可能.+)$/);
  });
});

describe('of equally small sets the likelier comes first', () => {
  const row = (
    upheld: bigint,
    corrected: bigint,
    {
      otherResult,
      pending,
      total,
    }: { readonly otherResult: bigint; readonly pending: bigint; readonly total: bigint },
  ) =>
    withChanges(
      form,
      zeros,
      Object.entries({ upheld, corrected, otherResult, pending, total }).map(
        ([column, value]) => [place('reconsideration', column), value] as const,
      ),
    );

  test.each([
    ['digits swapped', row(62n, 5n, { otherResult: 4n, pending: 3n, total: 38n }), 'upheld=26'],
    ['a digit dropped', row(2n, 31n, { otherResult: 14n, pending: 13n, total: 81n }), 'upheld=23'],
    ['a digit doubled', row(266n, 31n, { otherResult: 14n, pending: 13n, total: 84n }), 'upheld=26'],
    ['a digit mistyped', row(76n, 35n, { otherResult: 0n, pending: 13n, total: 74n }), 'upheld=26'],
    [
      'the neighbouring value',
      row(35n, 35n, { otherResult: 8n, pending: 13n, total: 56n + 61n }),
      'upheld=61',
    ],
  ])('%s', (_, values, expected) => {
    expect(repairsInShort(form, values)[0]).toBe(`remedies.reconsideration.${expected}`);
  });

  test('a block of values that stands one column beside its place is one slip', () => {
    const cells = { naturalPerson: 30n, business: 10n, researchInstitution: 4n };
    const right = withChanges(form, zeros, [
      ...['disclosed', 'outcomesTotal', 'received'].flatMap((line) =>
        [...Object.entries(cells), ['total', 44n] as const].map(
          ([column, value]) => [`requests.${line}.${column}`, value] as const,
        ),
      ),
      // Other rows in which the same columns could be changed as well.
      ['requests.carriedOver.naturalPerson', 40n],
      ['requests.carriedForward.naturalPerson', 40n],
      ['requests.carriedOver.total', 40n],
      ['requests.carriedForward.total', 40n],
    ]);
    const shifted = withChanges(form, right, [
      ['requests.disclosed.naturalPerson', 0n],
      ['requests.disclosed.business', 30n],
      ['requests.disclosed.researchInstitution', 10n],
      ['requests.disclosed.publicBenefitOrganization', 4n],
    ]);
    const [first] = proposeRepairs({ form, values: shifted });
    expect(first && inShort(first)).toBe(
      'requests.disclosed.naturalPerson=30 requests.disclosed.business=10 ' +
        'requests.disclosed.researchInstitution=4 requests.disclosed.publicBenefitOrganization=0',
    );
    expect(first?.message).toContain('（可能是错位填写）');
  });

  test('元 for 万元, where money is bound by a sum', () => {
    const amount = at('fees.fees.amount');
    const values = withChanges(form, zeros, [[amount.key, 251_000_000_000n]]);
    const [first, second] = rankChanges(form, values, [
      new Map([[amount.position, 3_000_000n]]),
      new Map([[amount.position, 25_100_000n]]),
    ]);
    expect(first?.changes.get(amount.position)).toBe(25_100_000n);
    expect(second!.improbability).toBeGreaterThan(first!.improbability);
  });
});
