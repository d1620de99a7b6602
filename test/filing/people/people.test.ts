import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../../entities/access/Role.js';
import type { Actor } from '../../../src/filing/access/actor.js';
import { changeAccount, closeAccount, resetPassword } from '../../../src/filing/people/changeAccount.js';
import { createAccount, type OfficeToGive } from '../../../src/filing/people/createAccount.js';
import { importPeople } from '../../../src/filing/people/importPeople.js';
import { listPeople } from '../../../src/filing/people/listPeople.js';
import {
  drawPassword,
  hashPassword,
  isPassword,
  passwordCosts,
} from '../../../src/filing/people/passwords.js';
import { checkPassword } from '../../../src/filing/people/checkPassword.js';
import { readPeople } from '../../../src/filing/people/readPeople.js';
import { createToken } from '../../../src/filing/tokens/tokens.js';
import type { Reach } from '../../../src/rights/operations.js';
import { actorNamed, administratorToken } from '../../support/actors.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { filingIn } from '../../support/filing.js';
import { registerBelow } from '../../support/registerBelow.js';

let database: TestDatabase;
const scopes = new Map<string, NonNullable<Actor['scope']>>();
const administrator = actorNamed('管理员');

beforeAll(async () => {
  database = await openTestDatabase();
  const city = await filingIn(database.dataSource).register('C', '某市人民政府');
  const office = await registerBelow(database.dataSource, city, 'C1', { name: '某市林业局' });
  const other = await filingIn(database.dataSource).register('D', '别市人民政府');
  for (const { id, code, path } of [city, office, other]) scopes.set(code, { agencyId: id, code, path });
});
afterAll(() => database.close());

const acting = (role: Role, code: string | null, reach: Reach = 'WITHIN', separated = false): Actor => ({
  ...administrator,
  ...{ name: `${role} ${code}`, role, reach, separated },
  scope: code === null ? null : (scopes.get(code) ?? null),
});

const within = <Answer>(work: (manager: TestDatabase['dataSource']['manager']) => Promise<Answer>) =>
  database.dataSource.transaction(work);

const open = (name: string, offices: readonly OfficeToGive[], actor = administrator) =>
  within((manager) =>
    createAccount(manager, actor, { name, displayName: `${name}的人`, telephone: null, offices }),
  );

const filer = (agency: string): OfficeToGive[] => [{ role: Role.FILER, agency }];

describe('an account', () => {
  test.each([
    ['a filer of no agency', [{ role: Role.FILER, agency: null }], 'INVALID_REQUEST'],
    ['somebody without an office', [], 'INVALID_REQUEST'],
    ['an agency nobody knows', filer('X'), 'AGENCY_UNKNOWN'],
  ])('is not opened for %s', async (_words, offices, code) => {
    await expect(open('a', offices)).rejects.toMatchObject({ code });
  });

  test.each(['', ' ', '命令行', '甲（乙）', 'a b', 'x'.repeat(51), '\0'])(
    'is not called %j',
    async (name) => {
      await expect(open(name, filer('C'))).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    },
  );

  test('has a name that no other account, open or closed, and no token has', async () => {
    await open('Qian', filer('C'));
    await expect(open('ｑｉａｎ', filer('C'))).rejects.toMatchObject({ code: 'PERSON_EXISTS' });
    await within((manager) => closeAccount(manager, administrator, { name: 'qian', reason: '调离' }));
    await expect(open('qian', filer('C'))).rejects.toMatchObject({ code: 'PERSON_EXISTS' });
    const token = (name: string) =>
      within((manager) => createToken(manager, administrator, administratorToken(name)));
    await expect(token('Qian的人（Qian）')).rejects.toMatchObject({ code: 'TOKEN_EXISTS' });
    await token('sunwei');
    await expect(open('sunwei', filer('C'))).rejects.toMatchObject({ code: 'PERSON_EXISTS' });
  });

  test('is not opened above or outside its maker', async () => {
    const city = acting(Role.ADMINISTRATOR, 'C');
    await open('own', filer('C'), city);
    await open('below', filer('C1'), city);
    await expect(open('outside', filer('D'), city)).rejects.toMatchObject({ code: 'AGENCY_UNKNOWN' });
    await expect(open('above', [{ role: Role.AUDITOR, agency: null }], city)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('is seen within the scope, with its offices there alone', async () => {
    await open('both', [...filer('C1'), ...filer('D')]);
    const list = async (code: string) =>
      (
        await listPeople(database.dataSource.manager, acting(Role.REVIEWER, code), { first: 50, after: null })
      ).items.map(({ item }) => [item.name, item.offices.map((office) => office.code)] as const);
    expect(await list('D')).toEqual([['both', ['D']]]);
    expect(await list('C')).toContainEqual(['both', ['C1']]);
  });
});

describe('a password is set anew', () => {
  const reset = (actor: Actor, name: string) => within((manager) => resetPassword(manager, actor, name));

  test('by a reviewer above, not of her own office, not of administrators, not of people elsewhere too', async () => {
    await open('clerk', filer('C1'));
    await open('boss', [{ role: Role.ADMINISTRATOR, agency: 'C1' }]);
    await open('here', filer('C'));
    await open('everywhere', [...filer('C1'), ...filer('D')]);
    await open('stranger', filer('D'));
    const reviewer = acting(Role.REVIEWER, 'C', 'BELOW');
    expect((await reset(reviewer, 'clerk')).password).toMatch(/^[\w]{4}-[\w]{4}-[\w]{4}$/);
    for (const name of ['boss', 'here', 'everywhere'])
      await expect(reset(reviewer, name), name).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const name of ['stranger', 'nobody'])
      await expect(reset(reviewer, name), name).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' });
  });
});

describe('三员分立', () => {
  test('one of the three is nothing else beside', async () => {
    const security = acting(Role.SECURITY_ADMINISTRATOR, null, 'WITHIN', true);
    const offices = [{ role: Role.SYSTEM_ADMINISTRATOR, agency: null }, ...filer('C')];
    await expect(open('three', offices, security)).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringContaining('三员分立'),
    });
    await open('three', offices.slice(0, 1), security);
    await expect(
      within((manager) => changeAccount(manager, security, { name: 'three', changes: { offices } })),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('a list of people', () => {
  const read = (text: string) => readPeople(Buffer.from(text), '账号.csv');
  const refusals = async (text: string) => {
    const lines = await read(text);
    return importPeople(database.dataSource, administrator, lines);
  };

  test('opens an account for everybody, several lines of one name are several offices', async () => {
    const lines = await read(
      '姓名,账号,机关代码,角色,电话\n赵一,zhao1,C,,0391-1\n赵一,ZHAO1,C1,审核,\n赵二,zhao2,C1,filer,13800000000\n',
    );
    const { created, known } = await importPeople(database.dataSource, administrator, lines);
    expect(created.map(({ account: { name, telephone } }) => [name, telephone])).toEqual([
      ['zhao1', '0391-1'],
      ['zhao2', '13800000000'],
    ]);
    expect(known).toEqual([]);
    const again = await importPeople(database.dataSource, administrator, lines);
    expect([again.created, again.known]).toEqual([[], ['zhao1', 'zhao2']]);
  });

  test('opens none when a line is wrong, and names every line that is', async () => {
    const text = '账号,姓名,机关代码\nli1,李一,C\nli2,李二,X\nli 3,李三,C\nzhao1,别人,C\n';
    const error = await refusals(text).catch((refused: unknown) => refused);
    expect(error).toMatchObject({
      all: [
        { code: 'AGENCY_UNKNOWN', message: expect.stringContaining('第 3 行'), path: ['3'] },
        { code: 'INVALID_REQUEST', message: expect.stringContaining('第 4 行') },
        { code: 'PERSON_EXISTS', message: expect.stringContaining('第 5 行') },
      ],
    });
    await open('li1', filer('C'));
  });

  test.each([
    ['账号,姓名\na,甲\n', '第一行应是列名'],
    ['账号,姓名,机关代码\n', '名单里没有人'],
    ['账号,姓名,机关代码,角色\na,甲,C,国王\n', '第 2 行的角色“国王”认不出来'],
    ['账号,姓名,机关代码\n,甲,C\n', '第 2 行缺少账号或姓名'],
  ])('%j is refused', async (text, words) => {
    await expect(read(text)).rejects.toThrow(words);
  });

  test('of unreasonable size is not read', async () => {
    await expect(read('账'.repeat(1024 * 1024))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});

describe('passwords', () => {
  test('that are drawn keep every rule, and are never the same', () => {
    const drawn = Array.from({ length: 200 }, drawPassword);
    expect(new Set(drawn).size).toBe(200);
    for (const password of drawn) checkPassword(password, { name: 'zhang', displayName: '张三' });
  });

  test('are kept as scrypt with what it cost and a salt of their own', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => hashPassword('Mima-2026', passwordCosts.chosen)));
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await isPassword('Mima-2026', one ?? '')).toBe(true);
    expect(await isPassword('Mima-2027', one ?? '')).toBe(false);
  });
});
