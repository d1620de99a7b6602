import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Agency } from '../../../entities/agencies/Agency.js';
import { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { changeAgency, type AgencyToChange } from '../../../src/filing/agencies/changeAgencies.js';
import { importAgencies, type AgencyToImport } from '../../../src/filing/agencies/importAgencies.js';
import { listTree } from '../../../src/filing/agencies/listTree.js';
import { mergeAgency } from '../../../src/filing/agencies/mergeAgency.js';
import { placeAgencies } from '../../../src/filing/agencies/placeAgencies.js';
import { listAgencies, loadAgency } from '../../../src/filing/agencies/listAgencies.js';
import { Refusal } from '../../../src/filing/refusal.js';
import { registerAgencies, type AgencyToRegister } from '../../../src/filing/agencies/registerAgency.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { actor, filingIn, refusalOf } from '../../support/filing.js';

let database: TestDatabase;
const inTransaction = <Answer>(work: (manager: EntityManager) => Promise<Answer>) =>
  database.dataSource.transaction(work);
const register = (agencies: readonly (Partial<AgencyToRegister> & { code: string })[]) =>
  inTransaction((manager) =>
    registerAgencies(
      manager,
      actor,
      agencies.map((agency) => ({ name: `${agency.code}局`, aliases: [], ...agency })),
    ),
  );
const change = (request: Omit<AgencyToChange, 'reason'>) =>
  inTransaction((manager) => changeAgency(manager, actor, { reason: '机构改革', ...request }));
const agencyOf = async (code: string) => (await loadAgency(database.dataSource.manager, code))!;
const codesUnder = async (code: string) => {
  const page = await listAgencies(database.dataSource.manager, actor, {
    first: 100,
    filter: { under: code },
  });
  return page.items.map(({ item }) => item.code);
};

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('registration', () => {
  test('places agencies below parents that may come later in the list', async () => {
    await register([
      { code: 'A1', parent: 'A' },
      { code: 'A11', parent: 'A1' },
      { code: 'A', consolidates: true, kind: AgencyKind.GOVERNMENT },
    ]);
    const [top, middle, low] = [await agencyOf('A'), await agencyOf('A1'), await agencyOf('A11')];
    expect([top.depth, middle.depth, low.depth]).toEqual([1, 2, 3]);
    expect(low.path).toBe(`${middle.path}${low.id}/`);
    expect(low.parentId).toBe(middle.id);
    expect(await codesUnder('A')).toEqual(['A', 'A1', 'A11']);
  });

  test('a name holds nothing that nobody sees, and a list that had some is told', async () => {
    await register([{ code: 'I', name: '看\u200b得见局', aliases: ['看\u200b得见', '看得见'] }]);
    expect(await agencyOf('I')).toMatchObject({ name: '看得见局', aliases: ['看得见'] });
    const list = [
      { code: 'I', name: '看得\u2060见局', aliases: [] },
      { code: 'I1', name: '下级局', aliases: ['下\u00ad级'], parent: 'I\ufeff' },
      { code: 'I2', name: '另一局', aliases: [] },
    ];
    const done = await inTransaction((manager) => importAgencies(manager, actor, list, { update: true }));
    expect(done.warnings.map(({ code, message }) => [code, message])).toEqual([
      ['NAME_CLEANED', '机关“I”、“I1”的名称或别名里有看不见的字符（例如零宽空格），已经去掉。'],
    ]);
    expect([(await agencyOf('I')).name, (await agencyOf('I1')).parentId]).toEqual([
      '看得见局',
      (await agencyOf('I')).id,
    ]);
  });

  test('refuses an unknown parent and a circle, and registers nothing', async () => {
    const refused = await refusalOf(register([{ code: 'B', parent: 'nobody' }]));
    expect([refused.code, refused.path]).toEqual(['AGENCY_UNKNOWN', ['parent']]);
    const circle = register([
      { code: 'B1', parent: 'B2' },
      { code: 'B2', parent: 'B1' },
    ]);
    expect((await refusalOf(circle)).code).toBe('AGENCY_CYCLE');
    expect(await loadAgency(database.dataSource.manager, 'B1')).toBeNull();
  });

  test.each([
    [{ uscc: '123' }, 'INVALID_USCC', 'uscc'],
    [{ divisionCode: '41' }, 'INVALID_REQUEST', 'divisionCode'],
    [{ deadline: '02-30' }, 'INVALID_REQUEST', 'deadline'],
    [{ validFrom: '2024-13-01' }, 'INVALID_REQUEST', 'validFrom'],
    [{ validFrom: '2024-02-01', validTo: '2024-01-01' }, 'INVALID_REQUEST', 'validTo'],
  ])('refuses %j', async (fields, code, field) => {
    const refused = await refusalOf(register([{ code: 'X', ...fields }]));
    expect([refused.code, refused.path]).toEqual([code, [field]]);
  });
});

describe('a change', () => {
  test('of the name keeps the old one: older files are still recognised', async () => {
    await register([{ code: 'R', name: '某市城管局' }]);
    const renamed = await change({ code: 'R', changes: { name: '某市城市管理局' } });
    expect(renamed).toMatchObject({ name: '某市城市管理局', aliases: ['某市城管局'] });
    expect(renamed.formerNames).toMatchObject([{ name: '某市城管局' }]);
    const filing = filingIn(database.dataSource);
    const outcome = await filing.importDrafts([
      draftOf(form2021, validValues(form2021), { year: 2024, agency: '某市城管局' }),
    ]);
    expect(outcome.files[0]).toMatchObject({ status: 'STORED' });
  });

  test('leaves one audit entry with before and after, and is refused when nothing changes', async () => {
    await register([{ code: 'S' }]);
    await change({ code: 'S', changes: { makesRules: true } });
    const { id } = await agencyOf('S');
    const entries = await database.dataSource.query<{ action: string; details: object }[]>(
      'SELECT action, details FROM audit_entry WHERE chain = $1 ORDER BY sequence',
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['AGENCY_REGISTERED', 'AGENCY_CHANGED']);
    expect(entries[1]?.details).toEqual({ makesRulesBefore: null, makesRulesAfter: true });
    expect((await refusalOf(change({ code: 'S', changes: { makesRules: true } }))).code).toBe(
      'NOTHING_CHANGED',
    );
  });

  test('of what its reports are judged by makes them due for a check', async () => {
    await register([{ code: 'T' }]);
    const filing = filingIn(database.dataSource);
    await filing.importDrafts([draftOf(form2021, validValues(form2021), { year: 2024, agency: 'T' })]);
    expect((await filing.report('T', 2024)).stale).toBe(false);
    await change({ code: 'T', changes: { makesRules: false } });
    expect((await filing.report('T', 2024)).stale).toBe(true);
  });

  test('merges one into another and keeps what was filed', async () => {
    await register([{ code: 'U' }, { code: 'V' }]);
    const merge = (into: string, validTo: string) =>
      inTransaction((manager) =>
        mergeAgency(manager, actor, { code: 'U', into, validTo, reason: '机构改革' }),
      );
    expect(await refusalOf(merge('V', '六月底'))).toMatchObject({ path: ['validTo'] });
    expect(await refusalOf(merge('nobody', '2024-06-30'))).toMatchObject({
      code: 'AGENCY_UNKNOWN',
      path: ['into'],
    });
    const merged = await merge('V', '2024-06-30');
    expect(merged).toMatchObject({ validTo: '2024-06-30', successorId: (await agencyOf('V')).id });
    const page = await listAgencies(database.dataSource.manager, actor, {
      first: 100,
      filter: { codes: ['U', 'V'], validIn: 2024 },
    });
    expect(page.items.map(({ item }) => item.code)).toEqual(['V']);
  });
});

describe('the tree', () => {
  test('agrees with the parents after any moves, and never has a circle', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `M${index}`);
    await register(
      names.map((code, index) => ({ code, parent: index === 0 ? null : `M${(index - 1) >> 1}` })),
    );
    const moves = fc.array(fc.tuple(fc.constantFrom(...names), fc.option(fc.constantFrom(...names))), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(moves, async (list) => {
        for (const [code, parent] of list)
          await change({ code, changes: { parent } }).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
        const agencies = await database.dataSource.manager.find(Agency);
        const byId = new Map(agencies.map((agency) => [agency.id, agency]));
        for (const { id, parentId, path, depth } of agencies) {
          const parent = parentId === null ? undefined : byId.get(parentId);
          expect(path).toBe(`${parent?.path ?? '/'}${id}/`);
          expect(depth).toBe((parent?.depth ?? 0) + 1);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('written as a table and read again changes nothing', async () => {
    const lines: AgencyToImport[] = [];
    for await (const line of listTree(database.dataSource.manager, actor)) lines.push(line);
    const imported = await inTransaction((manager) =>
      importAgencies(manager, actor, lines, { update: true }),
    );
    expect(imported).toEqual({ registered: 0, changed: 0, known: lines.length, warnings: [] });
  });

  test('of tens of thousands is placed in one go', () => {
    const agencies = Array.from({ length: 45_000 }, (_, index) => ({
      code: `${index}`,
      parent: index === 0 ? null : `${Math.floor((index - 1) / 15)}`,
    }));
    const { places, refused } = placeAgencies(agencies.reverse(), new Map());
    expect([places.size, refused]).toEqual([45_000, []]);
  });
});
