import { deliveryBelow, hookBelow } from '../support/deliveries.js';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { CellKey, Values } from '../../src/cells.js';
import { operations, type Operation } from '../../src/rights/operations.js';
import type { Place, World } from '../rights/world.js';
import { at, json, startTestServer, type TestServer } from '../support/server.js';
import { makePeople, type People } from './people.js';
import { numbersOf, shown, sumOf, year } from './numbers.js';
import { clientOf } from './client.js';
import { city, counties, filers, offices, units, type Unit } from './tree.js';
import { tryEverything } from './intruder.js';

export interface Season {
  readonly service: TestServer;
  readonly people: People;
  /** Whose filer tries to see and touch what is of the others. */
  readonly own: Unit;
  /** An office of the same county, and the county. */
  readonly other: Unit;
  readonly county: Unit;
  /** What an agency should have reported by now. */
  reported(unit: Unit): Values;
  report(unit: Unit, values: Values): void;
  /** The sum of what these should have reported. */
  sumOf(some: readonly Unit[]): Readonly<Record<CellKey, string | null>>;
  /** The filer of `own` tries every operation on the others: to be asked for after every step. */
  expectOthersHidden(): Promise<void>;
  /** The operations by which nothing of the others is noticed even with tokens of another scope. */
  unnoticedWithin(scope: Unit): Promise<Operation[]>;
  /** Of the filer of `own`. */
  readonly token: string;
  close(): Promise<void>;
}

/** The city with its 200 agencies and everybody's tokens, made through GraphQL with the first token alone. */
export async function buildSeason(): Promise<Season> {
  const service = await startTestServer();
  const first = clientOf(service, service.token);
  await first.doEach(
    'agencyRegister',
    units.map((unit) => ({ input: unit })),
  );
  const people = await makePeople(service);
  const [own, other] = offices;
  const [county] = counties;
  if (!own || !other || !county) throw new Error('the city has too few agencies');
  const { world, known } = await worldOf(service, people, { own, other, county });
  const others = [world.places.outside, world.places.above];
  const reports = new Map(filers.map((unit) => [unit.code, numbersOf(unit)]));
  function reported({ code }: Unit): Values {
    const values = reports.get(code);
    if (!values) throw new Error(`${code} fills in no numbers of its own`);
    return values;
  }
  return {
    service,
    people,
    own,
    other,
    county,
    reported,
    report: ({ code }, values) => void reports.set(code, values),
    sumOf: (some) => shown(sumOf(some.map(reported))),
    async expectOthersHidden() {
      const { faults, tried } = await tryEverything(people.administrator, world, others, known);
      expect(faults).toEqual([]);
      expect([...new Set(tried)].sort()).toEqual(Object.keys(operations).sort());
    },
    async unnoticedWithin(scope) {
      const scoped = await people.tokensFor('再试', scope);
      const { tried, faults } = await tryEverything(
        people.administrator,
        { ...world, scoped },
        others,
        known,
      );
      const isQuiet = (operation: Operation) => !faults.some((fault) => fault.startsWith(`${operation} as `));
      return [...new Set(tried)].filter(isQuiet);
    },
    token: world.scoped.FILER,
    close: () => service.close(),
  };
}

/** The season as the sample requests of the rights know a world. */
async function worldOf(
  service: TestServer,
  people: People,
  { own, other, county }: Record<'own' | 'other' | 'county', Unit>,
): Promise<{ world: World; known: string[] }> {
  const nowhere: Place = { code: 'LS9999', run: randomUUID() };
  const places = {
    own: await placeOf(service, own),
    // Nothing is below an office.
    below: nowhere,
    above: await placeOf(service, county),
    outside: await placeOf(service, other),
    nowhere,
  };
  let count = 0;
  const world: World = {
    service,
    places,
    scoped: await people.tokensFor('甲县财政局', own),
    unscoped: await people.tokensFor('全省', null),
    secrets: [
      ...[other, county, city].flatMap(({ code, name }) => [code, name]),
      ...[places.outside.run, places.above.run, '旁人令牌', '全省', '省办审计'],
    ],
    async freshToken({ code }) {
      const name = `旁人令牌${(count += 1)}`;
      if (code !== nowhere.code)
        await people.administrator.do('tokenCreate', { input: { name, role: 'READER', scope: code } });
      return name;
    },
    async freshPerson({ code }) {
      const name = `旁人${(count += 1)}`;
      if (code !== nowhere.code)
        await people.administrator.do('personCreate', {
          input: { name, displayName: '旁人', offices: [{ role: 'FILER', agency: code }] },
        });
      return name;
    },
    async freshWebhook({ code }) {
      return code === nowhere.code ? randomUUID() : hookBelow(service.database, code);
    },
    async freshDelivery({ code }) {
      return code === nowhere.code ? randomUUID() : deliveryBelow(service.database, code);
    },
    // Reports come due by themselves, when one of those they are the sum of is revised.
    async markDue() {},
  };
  // Below which agency it stands an agency may know: it is in the list of agencies, with neither name nor report.
  const above = await people.administrator.ask(`{ agency(code: "${county.code}") { id } }`);
  return { world, known: [county.code, String(at(above, 'agency', 'id'))] };
}

/** A report of an earlier year came as a file, so that there is an upload to ask for. */
async function placeOf(service: TestServer, unit: Unit): Promise<Place> {
  const { code } = unit;
  const cells = shown(numbersOf(unit));
  const bytes = JSON.stringify({ form: '2021', year: year - 2, agency: code, cells });
  const run = json(await service.upload([{ file: '年报.json', bytes }]));
  if (at(run, 'files', 0, 'status') !== 'STORED') throw new Error(JSON.stringify(run).slice(0, 500));
  return { code, run: String(at(run, 'id')) };
}
