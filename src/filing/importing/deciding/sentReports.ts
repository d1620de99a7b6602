import type { Id } from '../../../brands/brands.js';
/** Where in one request the reports of each agency and year stand, as far as that is known. */
export class SentReports {
  readonly #places: Map<string, Set<string>>;
  readonly #filed: Map<string, string>;
  /** What takes back each change since the last mark, the latest last; null before the first. */
  #undoing: (() => void)[] | null = null;

  constructor(whole?: SentReports) {
    this.#places = whole ? whole.#places : new Map<string, Set<string>>();
    this.#filed = whole ? whole.#filed : new Map<string, string>();
  }

  /** The same for some of the request, whose changes can be taken back without those of others. */
  part(): SentReports {
    return new SentReports(this);
  }

  /** Gives what makes everything as it is now, however often that is wanted; an earlier mark ends with it. */
  mark(): () => void {
    const undoing: (() => void)[] = [];
    this.#undoing = undoing;
    return () => {
      for (let undo = undoing.pop(); undo; undo = undoing.pop()) undo();
    };
  }

  add(agencyId: Id<'Agency'>, year: number, place: string): void {
    const key = keyOf(agencyId, year);
    const places = this.#places.get(key) ?? new Set<string>();
    if (places.has(place)) return;
    this.#places.set(key, places.add(place));
    this.#undoing?.push(() => places.delete(place));
  }

  placesOf(agencyId: Id<'Agency'>, year: number): readonly string[] {
    return [...(this.#places.get(keyOf(agencyId, year)) ?? [])];
  }

  /** One of them was filed before it was known that there are others. */
  addFiled(agencyId: Id<'Agency'>, year: number, place: string): void {
    const key = keyOf(agencyId, year);
    const before = this.#filed.get(key);
    this.#filed.set(key, place);
    this.#undoing?.push(() =>
      before === undefined ? this.#filed.delete(key) : this.#filed.set(key, before),
    );
  }

  filedPlaceOf(agencyId: Id<'Agency'>, year: number): string | undefined {
    return this.#filed.get(keyOf(agencyId, year));
  }
}

function keyOf(agencyId: Id<'Agency'>, year: number): string {
  return `${agencyId} ${year}`;
}

/** Where a report stands among all files of a request. */
export function placeInRequest(fileName: string, at: string | undefined): string {
  return [fileName, at].filter(Boolean).join(' ');
}
