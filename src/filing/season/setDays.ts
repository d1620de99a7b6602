import type { EntityManager } from 'typeorm';
import { agencyKinds, type AgencyKindName } from '../../words/agencyKinds.js';
import { statutoryDays } from '../../season/deadline.js';
import type { YearDay } from '../../brands/brands.js';

/** A day that a jurisdiction has set for its agencies of one kind. */
export interface SetDay {
  readonly path: string;
  readonly kind: AgencyKindName;
  readonly day: YearDay;
}

/**
 * The last days of a tree, by stretches of its paths in their order: the stretch before the first start, then one
 * from each start on. Whoever has a path finds its stretch by halving, however many agencies there are.
 */
export interface DayStretches {
  readonly starts: readonly string[];
  /** Of each stretch, the day of each kind in the order of `kinds`. */
  readonly days: readonly YearDay[];
}

/** An agency of unknown kind is taken for a department. */
export const kinds = Object.keys(agencyKinds) as AgencyKindName[];

const statutory = kinds.map((kind) => statutoryDays[kind]);

/** Every day set in a jurisdiction above or below a path. */
export async function loadSetDays(manager: EntityManager, path: string): Promise<SetDay[]> {
  return manager.query(
    `SELECT agency.path, deadline.kind, deadline.day FROM deadline
     JOIN agency ON agency.id = deadline.agency_id
     WHERE starts_with(agency.path, $1::text) OR starts_with($1::text, agency.path)`,
    [path],
  );
}

/** The end of the paths below one, in the order of their bytes: 0 follows the stroke. */
export function pathEnd(path: string): string {
  return `${path.slice(0, -1)}0`;
}

/** The nearest jurisdiction decides; where none has set a day, the law does. */
export function stretchesOf(setDays: readonly SetDay[]): DayStretches {
  const own = new Map<string, SetDay[]>();
  for (const each of setDays) own.set(each.path, [...(own.get(each.path) ?? []), each]);
  const starts: string[] = [];
  const days: YearDay[] = [...statutory];
  // Jurisdictions lie inside each other or apart: those that are open stand in a pile.
  const open: { readonly end: string; readonly days: readonly YearDay[] }[] = [];
  const begin = (at: string) => {
    const known = open.at(-1)?.days ?? statutory;
    if (starts.at(-1) === at) days.splice(-kinds.length);
    else starts.push(at);
    days.push(...known);
  };
  const closeUpTo = (path: string | null) => {
    for (let last = open.at(-1); last && (path === null || last.end <= path); last = open.at(-1)) {
      open.pop();
      begin(last.end);
    }
  };
  for (const path of [...own.keys()].sort(byBytes)) {
    closeUpTo(path);
    const above = open.at(-1)?.days ?? statutory;
    const set = new Map(own.get(path)?.map(({ kind, day }) => [kind, day]));
    open.push({ end: pathEnd(path), days: kinds.map((kind, index) => set.get(kind) ?? above[index]!) });
    begin(path);
  }
  closeUpTo(null);
  return { starts, days };
}

/** Paths are made of ASCII: their order in JavaScript is that of their bytes. */
function byBytes(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
