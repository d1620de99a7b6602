import { Role } from '../../entities/access/Role.js';
import { at, type TestServer } from '../support/server.js';
import { clientOf, type Client } from './client.js';
import { city, counties, units, type Unit } from './tree.js';

/** Who takes part in the season. */
export interface People {
  /** 省办: everything, without a scope. */
  readonly administrator: Client;
  readonly auditor: Client;
  /** Reviews the report of the city itself: nobody reviews its own. */
  readonly reviewerAbove: Client;
  readonly publisher: Client;
  filerOf(unit: Unit): Client;
  /** Of the reports of an agency: whoever stands above it. */
  reviewerOf(unit: Unit): Client;
  /** A token of each role with the scope of an agency; null for none. */
  tokensFor(words: string, scope: Unit | null): Promise<Readonly<Record<Role, string>>>;
}

/** The first token comes from the support; every other is made with it. */
export async function makePeople(service: TestServer): Promise<People> {
  const administrator = clientOf(service, service.token);

  async function tokens(
    wanted: readonly { readonly name: string; readonly role: Role; readonly scope: Unit | null }[],
  ): Promise<string[]> {
    const given = wanted.map(({ name, role, scope }) => ({
      input: { name, role, scope: scope?.code ?? null },
    }));
    const made = await administrator.doEach('tokenCreate', given, 'secret');
    return made.map((payload) => String(at(payload, 'secret')));
  }

  async function clientsByCode(nameOf: (unit: Unit) => string, role: Role, scopes: readonly Unit[]) {
    const wanted = scopes.map((scope) => ({ name: nameOf(scope), role, scope }));
    const made = await tokens(wanted);
    return new Map(scopes.map(({ code }, index) => [code, clientOf(service, made[index] ?? '')]));
  }

  const supervising = [city, ...counties];
  const filing = await clientsByCode(({ name }) => `${name}填报`, Role.FILER, units);
  const reviewing = await clientsByCode(
    // Whose report was reviewed learns by whom.
    (unit) => `审核${supervising.indexOf(unit) + 1}`,
    Role.REVIEWER,
    supervising,
  );
  const [auditor = '', reviewerAbove = '', publisher = ''] = await tokens([
    { name: '省办审计', role: Role.AUDITOR, scope: null },
    { name: '省办审核', role: Role.REVIEWER, scope: null },
    { name: '历山发布', role: Role.PUBLISHER, scope: city },
  ]);

  function found(clients: ReadonlyMap<string, Client>, code: string | null): Client {
    const client = clients.get(code ?? '');
    if (!client) throw new Error(`nobody for ${code}`);
    return client;
  }

  return {
    administrator,
    auditor: clientOf(service, auditor),
    reviewerAbove: clientOf(service, reviewerAbove),
    publisher: clientOf(service, publisher),
    filerOf: ({ code }) => found(filing, code),
    reviewerOf: ({ parent }) =>
      parent === null ? clientOf(service, reviewerAbove) : found(reviewing, parent),
    async tokensFor(words, scope) {
      const all = Object.values(Role);
      // A filer's token says whose it is; one without a scope is from before that, and is refused everywhere.
      const isOld = (role: Role) => role === Role.FILER && scope === null;
      const made = await tokens(
        all.map((role) => ({ name: `${words}${role}`, role: isOld(role) ? Role.READER : role, scope })),
      );
      for (const role of all.filter(isOld))
        await service.database.query('UPDATE token SET role = $1 WHERE name = $2', [role, `${words}${role}`]);
      return Object.fromEntries(all.map((role, index) => [role, made[index] ?? ''])) as Record<Role, string>;
    },
  };
}
