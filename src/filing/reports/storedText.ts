import type { PackedCells } from '../../../importers/reading/packedCells.js';
import { packPlaces, unpackPlaces } from '../../../importers/reading/packPlaces.js';
import { cellsOf, formatValue } from '../../cells.js';
import type { Numbers } from '../../checks/check.js';
import type { VersionText } from './storedReport.js';

type CellText = Pick<VersionText, 'raws' | 'places'>;

/**
 * What a version keeps of raws and places, a fifth of what they would take. No raws: every cell holds its
 * value as the form writes it. Fewer places than cells: packed, those side by side in one.
 */
export interface StoredText extends CellText {
  readonly isPacked: true;
}

/** Of cells as they were read. */
export function storedText(
  { values }: Pick<Numbers, 'values'>,
  { raws, places }: Pick<PackedCells, 'raws' | 'places'>,
): StoredText {
  const isShorter = places.length < values.length;
  return { raws: raws ?? [], places: isShorter ? places : unpackPlaces(places), isPacked: true };
}

export function packText(numbers: Numbers, { raws, places }: CellText): StoredText {
  const areAsWritten = writtenValues(numbers).every((written, position) => written === raws[position]);
  return storedText(numbers, { raws: areAsWritten ? null : raws, places: packPlaces(places) });
}

export function unpackText(numbers: Numbers, { raws, places }: CellText): CellText {
  const isPacked = places.length < numbers.values.length;
  return {
    raws: raws.length === 0 ? writtenValues(numbers) : raws,
    places: isPacked ? unpackPlaces(places.map(String)) : places,
  };
}

function writtenValues({ form, values }: Numbers): (string | null)[] {
  return cellsOf(form).map(({ column, position }) => {
    const value = values[position] ?? null;
    return value === null ? null : formatValue(column, value);
  });
}
