import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellsOf,
  withChanges,
  type CellKey,
  type FormCell,
  type Values,
  entriesOf,
} from '../../src/cells.js';
import { checkReport } from '../../src/checks/index.js';
import { formById, forms } from '../../src/forms/index.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { validValues } from '../support/drafts.js';
import { cellsIn, inShort, repaired, repairsInShort, soundReports, valueOf } from '../support/repairs.js';

const form = formById('2021')!;
const right = validValues(form);
const rightOf = (key: CellKey) => valueOf(form, right, key)!;
const wrong = (changes: Record<CellKey, bigint | null>) => withChanges(form, right, entriesOf(changes));
const repairs = (values: Values) => proposeRepairs({ form, values });
const errors = (values: Values) =>
  checkReport({ form, values, year: null }).filter(({ severity }) => severity === 'error');

describe('in 四 the right change is first when a slip of digits explains it and no other', () => {
  const explained = /（可能是(数字颠倒|漏了|同一位数字重复|错了)/;

  test.each(forms)('form $id', (each) => {
    const values = validValues(each);
    let first = 0;
    for (const cell of cellsIn(each, 'remedies'))
      for (const written of slipsOf(values[cell.position]!)) {
        const proposed = proposeRepairs({
          form: each,
          values: withChanges(each, values, [[cell.key, written]]),
        });
        const isRight = inShort(proposed[0]!) === `${cell.key}=${values[cell.position]}`;
        const others = proposed.filter(({ changes }) => changes[0]?.cell !== cell.key);
        if (!others.some(({ message }) => explained.test(message))) {
          expect([cell.key, written, isRight]).toEqual([cell.key, written, true]);
          first++;
        }
        expect(explained.test(proposed[0]!.message)).toBe(true);
      }
    expect(first).toBeGreaterThan(60);
  });

  /** Two neighbouring digits swapped, one left out, one typed twice. */
  function slipsOf(value: bigint): bigint[] {
    const digits = [...String(value)];
    const texts = digits.flatMap((digit, index) => [
      digits.toSpliced(index, 2, digits[index + 1] ?? '', digit).join(''),
      digits.toSpliced(index, 1).join(''),
      digits.toSpliced(index, 0, digit).join(''),
    ]);
    const written = texts.filter((text) => text !== String(value) && /^[1-9]/.test(text));
    return [...new Set(written)].map(BigInt);
  }
});

describe('a count below zero', () => {
  test('is put right by the sums around it', () => {
    const key = 'requests.disclosed.business';
    expect(repairsInShort(form, wrong({ [key]: -rightOf(key) }))).toEqual([`${key}=${rightOf(key)}`]);
    expect(repairs(wrong({ [key]: -rightOf(key) }))[0]?.message).toContain('可能是正负号写反');
  });
});

describe('several wrong cells', () => {
  test('at least 95 % of random pairs in 三 are put right', async () => {
    for (const report of await soundReports()) {
      const cells = cellsIn(report.form, 'requests');
      const slip = fc.tuple(fc.nat(cells.length - 1), fc.integer({ min: 1, max: 500 }), fc.boolean());
      const pairs = fc
        .sample(fc.tuple(slip, slip), { numRuns: 150, seed: 20_240_131 })
        .filter(([[one], [other]]) => one !== other);
      const putRight = pairs.filter((slips) => {
        const values = withChanges(
          report.form,
          report.values,
          slips.map(([index, by, isMore]) => slipped(cells[index]!, report.values, by, isMore)),
        );
        const [first] = proposeRepairs({ form: report.form, values });
        const after = first ? repaired(report.form, values, first) : values;
        return after.every((value, position) => value === report.values[position]);
      });
      expect([report.name, putRight.length / pairs.length >= 0.95]).toEqual([report.name, true]);
    }
  });

  /** Another number ≥ 0. */
  function slipped(cell: FormCell, values: Values, by: number, isMore: boolean): [CellKey, bigint] {
    const value = values[cell.position]!;
    const less = value - BigInt(by);
    return [cell.key, isMore || less < 0n ? value + BigInt(by) : less];
  }

  test('what is proposed changes at most four cells, and then every sum holds', () => {
    const cells = cellsOf(form).filter(({ table }) => table.id === 'requests' || table.id === 'remedies');
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.nat(cells.length - 1), fc.option(fc.bigInt({ min: -9n, max: 3000n }), { freq: 6 })),
          {
            minLength: 1,
            maxLength: 7,
          },
        ),
        (slips) => {
          const values = withChanges(
            form,
            right,
            slips.map(([index, value]) => [cells[index]!.key, value] as const),
          );
          const proposed = repairs(values);
          for (const repair of proposed) {
            expect(repair.changes.length).toBeGreaterThan(0);
            expect(repair.changes.length).toBeLessThanOrEqual(4);
            expect(repair.changes.length).toBe(proposed[0]!.changes.length);
            expect(repair.changes.every(({ from, to }) => from !== to && !to.startsWith('-'))).toBe(true);
            if (errors(values).length > 0) expect(errors(repaired(form, values, repair))).toEqual([]);
          }
          expect(new Set(proposed.map(inShort)).size).toBe(proposed.length);
          if (proposed.length > 1 && errors(values).length > 0)
            expect(proposed.some(({ unique }) => unique)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('slips in several tables are put right together, while they are at most four', () => {
    const keys: CellKey[] = [
      'requests.disclosed.business',
      'remedies.reconsideration.upheld',
      'remedies.directLitigation.upheld',
      'remedies.litigationAfterReconsideration.upheld',
      'requests.disclosed.naturalPerson',
    ];
    const with100More = (some: readonly CellKey[]) =>
      wrong(Object.fromEntries(some.map((key) => [key, rightOf(key) + 100_000n])));
    const four = repairs(with100More(keys.slice(0, 4)));
    expect(four.map(inShort)).toContain(
      keys
        .slice(0, 4)
        .map((key) => `${key}=${rightOf(key)}`)
        .join(' '),
    );
    expect(repairs(with100More(keys))).toEqual([]);
  });

  test('a table filled in wrongly everywhere ends without a proposal', () => {
    const values = right.map((value, position) =>
      value === null ? null : value + BigInt((position * 37) % 11),
    );
    expect(repairs(values)).toEqual([]);
  });
});

describe('says in Chinese', () => {
  test('what changes and which findings it settles', () => {
    const key = 'requests.disclosed.business';
    const [repair] = repairs(wrong({ [key]: rightOf(key) + 16n }));
    expect(repair?.settles).toEqual(['R-OUTCOMES', 'R-APPLICANTS']);
    expect(repair?.message).toBe(
      `「三、收到和处理政府信息公开申请情况」“（一）予以公开”行“商业企业”列由 ${rightOf(key) + 16n} 改为 ${rightOf(key)}。` +
        '这是唯一能使各项相符的改法，可消除“商业企业”列、“（一）予以公开”行的问题。' +
        '请对照原始记录核实后再改。',
    );
  });

  test('that there are other ways', () => {
    const key = 'remedies.reconsideration.upheld';
    const [repair, ...others] = repairs(wrong({ [key]: rightOf(key) * 10n }));
    expect(others.length).toBeGreaterThan(0);
    expect(repair?.message).toContain('这是使各项相符的一种改法，可消除“行政复议”行的问题。');
  });
});
