import type { CellKey } from '../../../src/cells.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../../../src/checks/check.js';
import { areSameFindings } from '../../../src/filing/judging/sameFindings.js';

const text = fc.string({ maxLength: 4 });
const key = fc.constantFrom<CellKey>('a.b.c', 'requests.received.total', 'a.b.d');
const finding: fc.Arbitrary<Finding> = fc.record(
  {
    rule: text,
    severity: fc.constantFrom('error' as const, 'explain' as const),
    cells: fc.array(key, { maxLength: 3 }),
    left: fc.option(text),
    right: fc.option(text),
    difference: fc.option(text),
    message: text,
    text,
    compared: fc.array(fc.option(text), { maxLength: 3 }),
  },
  { requiredKeys: ['rule', 'severity', 'cells', 'left', 'right', 'difference', 'message'] },
);

/** As the database gives it back: members in another order, none that is undefined. */
function stored(findings: readonly Finding[]): Finding[] {
  const kept = JSON.parse(JSON.stringify(findings)) as Finding[];
  return kept.map((each) => Object.fromEntries(Object.entries(each).reverse()) as unknown as Finding);
}

it('knows findings again that were stored, also those of which something is undefined', () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 3 }), (found) => {
      expect(areSameFindings(stored(found), found)).toBe(true);
      expect(
        areSameFindings(
          stored(found),
          found.map((each) => ({ ...each, section: undefined })),
        ),
      ).toBe(true);
    }),
  );
});

it('sees every difference', () => {
  fc.assert(
    fc.property(fc.array(finding, { minLength: 1, maxLength: 3 }), fc.nat(), text, (found, which, other) => {
      const index = which % found.length;
      const changed = (change: (one: Finding) => Partial<Finding>) =>
        found.map((one, place) => (place === index ? { ...one, ...change(one) } : one));
      const different = [
        changed(({ message }) => ({ message: `${message}${other}。` })),
        changed(({ cells }) => ({ cells: [...cells, 'a.b.c'] })),
        changed(({ left }) => ({ left: left === null ? other : null })),
        changed(({ compared }) => ({ compared: compared ? undefined : [] })),
        [...found, ...found.slice(0, 1)],
        found.slice(1),
      ];
      for (const each of different) expect(areSameFindings(stored(found), each)).toBe(false);
    }),
  );
});
