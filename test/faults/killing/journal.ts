import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import {
  collectionsIn,
  operations,
  statesIn,
  statesOfLife,
  storedOnce,
  type StateOfAgency,
  type StateOfCollection,
} from './states.js';

/** What a process said that it did, until it was killed. */
export interface Journal {
  /** In the order in which they were done. */
  readonly done: readonly Step[];
  /** What it had begun. */
  readonly broken: Step | null;
  /** By collection: how many reports were said to be stored. */
  readonly stored: ReadonlyMap<string, number>;
}

interface Step {
  readonly operation: string;
  readonly of: string;
}

export function journalOf(lines: readonly string[]): Journal {
  const done: Step[] = [];
  const stored = new Map<string, number>();
  let broken: Step | null = null;
  for (const [word, operation = '', of = ''] of lines.map((line) => line.split(' '))) {
    if (word === 'begin') broken = { operation, of };
    if (word === 'done') {
      done.push({ operation, of });
      broken = null;
    }
    if (word === 'stored') stored.set(operation, Number(of));
  }
  return { done, broken, stored };
}

/** How many kills hit what. */
export function countsOf(journals: readonly Journal[]): string {
  const counts = new Map<string, number>();
  for (const { broken } of journals) {
    const hit = broken?.operation ?? 'between';
    counts.set(hit, (counts.get(hit) ?? 0) + 1);
  }
  return `killed in: ${[...counts].map(([hit, count]) => `${hit} ${count}`).join(', ')}`;
}

interface Found {
  readonly agencies: ReadonlyMap<string, Omit<StateOfAgency, 'code'>>;
  readonly collections: ReadonlyMap<string, StateOfCollection>;
}

export async function foundIn(manager: EntityManager): Promise<Found> {
  const agencies = await statesIn(manager);
  const collections = await collectionsIn(manager);
  return {
    agencies: new Map(agencies.map(({ code, ...state }) => [code, state])),
    collections: new Map(collections.map((one) => [one.fileName, one])),
  };
}

/** What is not as the process said, or neither wholly there nor not at all. */
export function faultsOf(journal: Journal, found: Found): string[] {
  const steps = [...journal.done, ...(journal.broken ? [journal.broken] : [])];
  return [...new Set(steps.map(({ of }) => of))].flatMap((of) => {
    const isCollection = steps.some((step) => step.of === of && step.operation === 'collection');
    return isCollection ? faultsOfCollection(journal, of, found) : faultsOfLife(journal, of, found);
  });
}

function faultsOfLife({ done, broken }: Journal, of: string, { agencies }: Found): string[] {
  const acknowledged = done.filter((step) => step.of === of).length;
  const possible = statesOfLife.slice(acknowledged, acknowledged + (broken?.of === of ? 2 : 1));
  const state = agencies.get(of) ?? null;
  if (possible.some((each) => isDeepStrictEqual(state, each))) return [];
  return [`${of} after ${operations[acknowledged - 1]}: ${JSON.stringify(state)}`];
}

function faultsOfCollection({ done, stored }: Journal, of: string, found: Found): string[] {
  const run = found.collections.get(`${of}.csv`);
  const states = [...found.agencies].filter(([code]) => code.startsWith(`${of}-`)).map(([, state]) => state);
  const kept = states.filter(({ version }) => version !== null);
  const isDone = done.some((step) => step.of === of);
  const isRight =
    kept.every((state) => isDeepStrictEqual(state, storedOnce)) &&
    kept.length === (run?.stored ?? 0) &&
    kept.length === (run?.rows ?? 0) &&
    kept.length >= (stored.get(of) ?? 0) &&
    (!isDone || (run?.status === 'DONE' && kept.length === states.length));
  return isRight ? [] : [`${of}: ${JSON.stringify({ run, kept, isDone })}`];
}
