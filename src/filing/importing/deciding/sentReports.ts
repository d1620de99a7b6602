import type { Id } from '../../../brands/brands.js';
/** Where in one request the reports of each agency and year stand, as far as that is known. */
export class SentReports {
  #places = new Map<string, Set<string>>();
  #filed = new Map<string, string>();

  /** Gives what makes everything as it is now, however often that is wanted. */
  mark(): () => void {
    const places = [...this.#places].map(([key, each]) => [key, [...each]] as const);
    const filed = [...this.#filed];
    return () => {
      this.#places = new Map(places.map(([key, each]) => [key, new Set(each)]));
      this.#filed = new Map(filed);
    };
  }

  add(agencyId: Id<'Agency'>, year: number, place: string): void {
    const key = keyOf(agencyId, year);
    const places = this.#places.get(key);
    if (places) places.add(place);
    else this.#places.set(key, new Set([place]));
  }

  placesOf(agencyId: Id<'Agency'>, year: number): readonly string[] {
    return [...(this.#places.get(keyOf(agencyId, year)) ?? [])];
  }

  /** One of them was filed before it was known that there are others. */
  addFiled(agencyId: Id<'Agency'>, year: number, place: string): void {
    this.#filed.set(keyOf(agencyId, year), place);
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
  return at === undefined || at === '' ? fileName : `${fileName} ${at}`;
}
