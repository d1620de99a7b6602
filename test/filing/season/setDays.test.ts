import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds, stretchesOf, type SetDay } from '../../../src/filing/season/setDays.js';
import { statutoryDays } from '../../../src/season/deadline.js';
import type { YearDay } from '../../../src/brands/brands.js';

const paths = ['/a/', '/a/b/', '/a/b/c/', '/a/b/d/', '/a/bc/', '/a/e/', '/f/', '/f/g/', '/f/g/h/i/'];
const days: YearDay[] = ['01-10', '01-15', '02-20'];

/** What the stretches say, as the database looks it up. */
function dayIn(setDays: readonly SetDay[], path: string, kind: SetDay['kind']) {
  const stretches = stretchesOf(setDays);
  const place = stretches.starts.filter((start) => start <= path).length;
  return stretches.days[place * kinds.length + kinds.indexOf(kind)];
}

function nearest(setDays: readonly SetDay[], path: string, kind: SetDay['kind']) {
  const above = setDays
    .filter((each) => each.kind === kind && path.startsWith(each.path))
    .sort((one, other) => other.path.length - one.path.length);
  return above[0]?.day ?? statutoryDays[kind];
}

test('the nearest jurisdiction above an agency sets its last day, else the law does', () => {
  const setDay = fc.record({
    path: fc.constantFrom(...paths),
    kind: fc.constantFrom(...kinds),
    day: fc.constantFrom(...days),
  });
  const setDays = fc.uniqueArray(setDay, { selector: ({ path, kind }) => path + kind, maxLength: 12 });
  fc.assert(
    fc.property(
      setDays,
      fc.constantFrom(...paths, '/0/', '/a/b/zz/'),
      fc.constantFrom(...kinds),
      (set, path, kind) => {
        expect(dayIn(set, path, kind)).toBe(nearest(set, path, kind));
      },
    ),
  );
});
