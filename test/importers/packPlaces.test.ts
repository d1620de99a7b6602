import fc from 'fast-check';
import { expect, test } from 'vitest';
import { address } from '../../importers/reading/grid.js';
import { packPlaces, unpackPlaces } from '../../importers/reading/packPlaces.js';

test('cells side by side are one place', () => {
  const row = ['C8', 'D8', 'E8'].map((at) => `年报!${at}`);
  expect(packPlaces([...row, null, null, 'Z9', 'AA9', '第5行', '第5行'])).toEqual([
    '3 年报!C8',
    '2',
    '2 Z9',
    '1 第5行',
    '1 第5行',
  ]);
});

test('what was packed comes back, whatever a place is called', () => {
  const cell = fc
    .tuple(fc.constantFrom('', '年报!', 'A1!', '2 B2!', 'A\n1!'), fc.nat(30), fc.nat(800))
    .map(([prefix, row, column]) => prefix + address(row, column));
  const run = fc
    .tuple(fc.nat(20), fc.nat(800), fc.integer({ min: 1, max: 9 }))
    .map(([row, column, count]) => Array.from({ length: count }, (_, index) => address(row, column + index)));
  const place = fc.oneof(cell, fc.string(), fc.constant(null)).map((at) => [at]);
  fc.assert(
    fc.property(fc.array(fc.oneof(place, run)), (parts) => {
      const places = parts.flat();
      expect(unpackPlaces(packPlaces(places))).toEqual(places);
    }),
  );
});
