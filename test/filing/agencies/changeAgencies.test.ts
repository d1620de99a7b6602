import { afterAll, beforeAll, expect, test } from 'vitest';
import { agencyFields, fieldNames } from '../../../src/filing/agencies/agencyFields.js';
import { importAgencies, type AgencyToImport } from '../../../src/filing/agencies/importAgencies.js';
import { loadAgency } from '../../../src/filing/agencies/listAgencies.js';
import { listTree } from '../../../src/filing/agencies/listTree.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { actor, filingIn, refusalOf } from '../../support/filing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const update = (lines: readonly (Partial<AgencyToImport> & { code: string })[]) =>
  database.dataSource.transaction((manager) =>
    importAgencies(
      manager,
      actor,
      lines.map((line) => ({ name: `${line.code}局`, aliases: [], ...line })),
      { update: true },
    ),
  );
const agency = async (code: string) => (await loadAgency(database.dataSource.manager, code))!;

/** Each agency stands where its parent says, at its depth. */
async function expectSound(): Promise<void> {
  const wrong = await database.dataSource.query<object[]>(
    `SELECT agency.code FROM agency LEFT JOIN agency AS above ON above.id = agency.parent_id
     WHERE agency.path <> coalesce(above.path, '/') || agency.id || '/'
       OR agency.depth <> coalesce(above.depth, 0) + 1`,
  );
  expect(wrong).toEqual([]);
}

test('a table moves agencies that stand below each other, and all that is below them', async () => {
  await update([
    { code: 'A' },
    { code: 'B', parent: 'A' },
    { code: 'C', parent: 'B' },
    { code: 'D', parent: 'C' },
    { code: 'E', parent: 'D' },
    { code: 'T' },
  ]);
  // C leaves B, B goes below what was below it, and E follows D.
  const { changed } = await update([
    { code: 'C', parent: 'T' },
    { code: 'B', parent: 'D' },
  ]);
  expect(changed).toBe(2);
  await expectSound();
  expect((await agency('E')).path).toContain((await agency('T')).path);
  expect((await agency('B')).path).toBe(`${(await agency('D')).path}${(await agency('B')).id}/`);
});

test('a table that ends where it began changes the tree back', async () => {
  const before = (await agency('D')).path;
  const { changed } = await update([
    { code: 'D', parent: null },
    { code: 'T', name: '新局' },
  ]);
  expect(changed).toBe(2);
  await update([{ code: 'D', parent: 'C' }]);
  expect((await agency('D')).path).toBe(before);
  await expectSound();
});

test('a circle among the lines of a table is refused, and nothing of it is stored', async () => {
  const refused = await refusalOf(
    update([
      { code: 'T', parent: 'A' },
      { code: 'A', parent: 'C' },
    ]),
  );
  expect(refused).toMatchObject({ code: 'AGENCY_CYCLE', path: ['input', 'parent'] });
  expect((await agency('T')).parentId).toBeNull();
  const merged = update([
    { code: 'A', successor: 'T' },
    { code: 'T', successor: 'A' },
  ]);
  expect(await refusalOf(merged)).toMatchObject({ code: 'AGENCY_CYCLE', path: ['into'] });
});

test('nothing stands deeper than a tree may be, whatever was moved', async () => {
  const chain = Array.from({ length: 19 }, (_, index) => ({
    code: `L${index}`,
    parent: index === 0 ? null : `L${index - 1}`,
  }));
  await update(chain);
  const refused = await refusalOf(update([{ code: 'C', parent: 'L17' }]));
  expect(refused).toMatchObject({ code: 'INVALID_REQUEST', path: ['input', 'parent'] });
  expect(refused.message).toContain('“C”');
  await expectSound();
});

test('a field is one entry of the list and its column: every one is read, printed and stored', async () => {
  await filingIn(database.dataSource).register('F');
  const given = {
    ...{
      name: '字段局',
      aliases: ['字段'],
      parent: 'A',
      uscc: null,
      divisionCode: '410500',
      level: 'COUNTY',
    },
    ...{ kind: 'DEPARTMENT', consolidates: true, deadline: '01-20', makesRules: true },
    ...{ validFrom: '2019-03-01', validTo: '2030-03-01' },
  };
  expect(Object.keys(given).sort()).toEqual([...fieldNames].sort());
  const printed = fieldNames.map((name) => {
    const field: { print(value: unknown): string; parse(text: string): unknown } = agencyFields[name];
    return [name, field.parse(field.print(given[name]))];
  });
  expect(Object.fromEntries(printed)).toEqual(given);
  await update([{ code: 'F', ...given } as AgencyToImport]);
  const lines = [];
  for await (const line of listTree(database.dataSource.manager, actor)) lines.push(line);
  expect(lines.find(({ code }) => code === 'F')).toEqual({
    ...given,
    ...{ code: 'F', successor: null, aliases: ['字段', 'F局'] },
  });
});
