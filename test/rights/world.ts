import { randomUUID } from 'node:crypto';
import type { Agency } from '../../entities/agencies/Agency.js';
import { Role } from '../../entities/access/Role.js';
import { form2021 } from '../../src/forms/2021.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { actorNamed } from '../support/actors.js';
import { deliveryBelow, hookBelow } from '../support/deliveries.js';
import { draftOf, validValues, withCells } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { openAccount } from '../support/people.js';
import { registerBelow } from '../support/registerBelow.js';

/** What somebody may ask about: an agency, an import of its report, a token with its scope. */
export interface Place {
  readonly code: string;
  readonly run: string;
}

/** Where a place is from the agency of the scope: itself, below it, above it, in another province, nowhere. */
export const positions = ['own', 'below', 'above', 'outside', 'nowhere'] as const;
export type Position = (typeof positions)[number];

export interface World {
  readonly service: TestServer;
  readonly places: Readonly<Record<Position, Place>>;
  /** By role, with the scope of the place `own`. */
  readonly scoped: Readonly<Record<Role, string>>;
  /** By role, without a scope. */
  readonly unscoped: Readonly<Record<Role, string>>;
  /** What nobody with the scope may ever read, whatever is asked. */
  readonly secrets: readonly string[];
  /** A token with the scope of a place, just made; its name. */
  freshToken(place: Place): Promise<string>;
  /** A person who fills in for a place, just registered; the name of the account. */
  freshPerson(place: Place): Promise<string>;
  /** A webhook that is told of a place, just registered; its id. */
  freshWebhook(place: Place): Promise<string>;
  /** A delivery to such a webhook, its id. */
  freshDelivery(place: Place): Promise<string>;
  /** Reports of a place that are to be checked again. */
  markDue(place: Place): Promise<void>;
}

/** The city in a province with an office below it, and another province. Each has a report of 2024. */
export async function buildWorld(starting: Promise<TestServer> = startTestServer()): Promise<World> {
  const service = await starting;
  const { database } = service;
  const filing = filingIn(database);
  const above = await filing.register('370000', '海岱省人民政府');
  const own = await registerBelow(database, above, '370100', { name: '历山市人民政府', consolidates: true });
  const below = await registerBelow(database, own, '370101', { name: '历山市林业局' });
  const outside = await filing.register('640000', '朔方省水利厅');
  const secrets: string[] = [];

  const placeOf = async ({ code, id, name }: Agency, seed: number, isSecret: boolean): Promise<Place> => {
    const values = withCells(form2021, validValues(form2021, seed), { 'requests.received.total': '1' });
    const draft = draftOf(form2021, values, { year: 2024, agency: code });
    const { run } = await filing.importDrafts([draft]);
    if (run === null) throw new Error('the import has no run');
    const report = await filing.report(code, 2024);
    // Which agency it stands below an agency may know; its name only whoever sees it.
    if (isSecret) secrets.push(name, run, report.id);
    if (code === outside.code) secrets.push(id, code);
    return { code, run };
  };
  const places = {
    own: await placeOf(own, 1, false),
    below: await placeOf(below, 2, false),
    above: await placeOf(above, 3, true),
    outside: await placeOf(outside, 4, true),
    nowhere: { code: '880000', run: randomUUID() },
  };

  const tokenOf = async (name: string, role: Role, scope: string | null): Promise<string> => {
    const { token } = await database.transaction((manager) =>
      createToken(manager, actorNamed('测试'), { name, role, scope, expiresAt: null }),
    );
    return token;
  };
  /** From before a filer's token had to say whose it is. None is made any more. */
  const oldFilersToken = async (): Promise<string> => {
    const token = await tokenOf('全域填报', Role.READER, null);
    await database.query(`UPDATE token SET role = 'FILER' WHERE name = '全域填报'`);
    return token;
  };
  const tokensOf = async (words: string, scope: string | null): Promise<Record<Role, string>> => ({
    [Role.FILER]: scope === null ? await oldFilersToken() : await tokenOf(`${words}填报`, Role.FILER, scope),
    [Role.REVIEWER]: await tokenOf(`${words}审核`, Role.REVIEWER, scope),
    [Role.PUBLISHER]: await tokenOf(`${words}发布`, Role.PUBLISHER, scope),
    [Role.AUDITOR]: await tokenOf(`${words}审计`, Role.AUDITOR, scope),
    [Role.ADMINISTRATOR]: await tokenOf(`${words}管理`, Role.ADMINISTRATOR, scope),
    [Role.READER]: await tokenOf(`${words}系统`, Role.READER, scope),
    [Role.SYSTEM_ADMINISTRATOR]: await tokenOf(`${words}系统管理`, Role.SYSTEM_ADMINISTRATOR, scope),
    [Role.SECURITY_ADMINISTRATOR]: await tokenOf(`${words}安全管理`, Role.SECURITY_ADMINISTRATOR, scope),
  });
  const scoped = await tokensOf('历山', own.code);
  const unscoped = await tokensOf('全域', null);
  await tokenOf('朔方专用', Role.FILER, outside.code);
  await openAccount(service, 'shuofang', [{ role: Role.FILER, agency: outside.code }]);
  secrets.push('朔方专用', 'shuofang', '全域管理', '全域审计');

  await deliveryBelow(database, outside.code);
  await hookBelow(database, own.code);

  let count = 0;
  return {
    service,
    places,
    scoped,
    unscoped,
    secrets,
    async freshToken({ code }) {
      const name = `令牌甲${(count += 1)}`;
      if (code !== places.nowhere.code) await tokenOf(name, Role.READER, code);
      return name;
    },
    async freshPerson({ code }) {
      const name = `人${(count += 1)}`;
      if (code !== places.nowhere.code)
        await openAccount(service, name, [{ role: Role.FILER, agency: code }]);
      return name;
    },
    async freshWebhook({ code }) {
      return code === places.nowhere.code ? randomUUID() : hookBelow(database, code);
    },
    async freshDelivery({ code }) {
      return code === places.nowhere.code ? randomUUID() : deliveryBelow(database, code);
    },
    async markDue({ code }) {
      await database.query(
        'UPDATE report SET stale = true WHERE agency_id IN (SELECT id FROM agency WHERE code = $1)',
        [code],
      );
    },
  };
}
