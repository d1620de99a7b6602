import { address } from './grid.js';

/**
 * Places of cells in the order of the form, those side by side in one: `12 年报!C8` is the twelve cells from
 * C8 to N8, `3` are three cells that have no place. What ends like an address is taken for one: a run is only
 * joined when unpacking gives back every place letter by letter, so a guess that is wrong costs room, nothing else.
 */
export type PackedPlaces = readonly string[];

const cellAddress = /^(.*?)([A-Z]{1,3})([1-9]\d*)$/s;

export function packPlaces(places: readonly (string | null)[]): PackedPlaces {
  const packed: string[] = [];
  for (let from = 0; from < places.length;) {
    const first = places[from] ?? null;
    const followers = followersOf(first);
    let count = 1;
    while (from + count < places.length && (places[from + count] ?? null) === followers(count)) count += 1;
    packed.push(packedRun(count, first));
    from += count;
  }
  return packed;
}

export function packedRun(count: number, first: string | null): string {
  return first === null ? String(count) : `${count} ${first}`;
}

export function unpackPlaces(packed: PackedPlaces): (string | null)[] {
  return packed.flatMap((run) => {
    const [, count = '', , first = null] = /^(\d+)( (.*))?$/s.exec(run) ?? [];
    const followers = followersOf(first);
    return Array.from({ length: Number(count) }, (_, index) =>
      index === 0 ? first : (followers(index) ?? null),
    );
  });
}

/** The place so many columns to the right; beside no place there is none, beside a line of text nothing known. */
function followersOf(first: string | null): (columns: number) => string | null | undefined {
  if (first === null) return () => null;
  const [, prefix = '', letters, line = ''] = cellAddress.exec(first) ?? [];
  if (letters === undefined) return () => undefined;
  const column = columnOf(letters);
  return (columns) => prefix + lettersOf(column + columns) + line;
}

const known: string[] = [];

/** Of a column counted from zero. */
export function lettersOf(column: number): string {
  return (known[column] ??= address(0, column).slice(0, -1));
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
