import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { isOperation, operations, type Operation } from '../../src/rights/operations.js';
import { startService, type Service } from '../../src/server/startService.js';
import { openAccount, signInAs, type Browser } from '../support/people.js';
import { at, json, type Answer } from '../support/server.js';
import { send } from './answers.js';
import { samples } from './samples.js';
import { buildWorld, type World } from './world.js';

const { ADMINISTRATOR, AUDITOR, SECURITY_ADMINISTRATOR, SYSTEM_ADMINISTRATOR } = Role;

/** What each of the three is for, and nobody else who keeps the service; written out, not read from the rules. */
const system: readonly Operation[] = [
  'Mutation.agencyRegister',
  'Mutation.agenciesImport',
  'Mutation.agencyChange',
  'Mutation.agencyMerge',
  'Mutation.deadlineSet',
  'Mutation.requirementSet',
  'Mutation.workYearSet',
  'Mutation.webhookRegister',
  'Mutation.webhookRemove',
  'Mutation.deliveryRepeat',
];
const security: readonly Operation[] = [
  'Query.tokens',
  'Mutation.tokenCreate',
  'Mutation.tokenRevoke',
  'Mutation.personCreate',
  'Mutation.personUpdate',
  'Mutation.personClose',
  'Mutation.personReopen',
  'Mutation.personResetPassword',
  'Mutation.personBind',
  'Mutation.personUnbind',
  'Mutation.peopleImport',
];
const audit: readonly Operation[] = ['Query.auditTrail', 'Query.auditVerify', 'GET /audit.csv'];
/** What one of them keeps and the auditor looks into. */
const keptAndAudited = {
  [SYSTEM_ADMINISTRATOR]: ['Query.webhooks', 'Query.deliveries'],
  [SECURITY_ADMINISTRATOR]: ['Query.people'],
} as const satisfies Partial<Record<Role, readonly Operation[]>>;
const { SYSTEM_ADMINISTRATOR: sent, SECURITY_ADMINISTRATOR: accounts } = keptAndAudited;

/** Holds no numbers: who one is, the forms, the agencies. */
const open: readonly Operation[] = [
  'Query.node',
  'Query.nodes',
  'Query._service',
  'Query._entities',
  'Query.viewer',
  'Query.forms',
  'Query.form',
  'Query.rules',
  'Query.agency',
  'Query.agencies',
  'Query.requirement',
  'GET /ledgers/blank.xlsx',
  'GET /forms/:id/blank.xlsx',
  'GET /agencies.csv',
  'GET /agencies.xlsx',
];
const all = Object.keys(operations).filter(isOperation);
const ofTheThree = new Set<Operation>([...system, ...security, ...audit, ...sent, ...accounts]);
const reads = (operation: Operation) => /^(Query\.|GET )/.test(operation);

const allowed: Readonly<Partial<Record<Role, ReadonlySet<Operation>>>> = {
  [ADMINISTRATOR]: new Set(all.filter((operation) => !ofTheThree.has(operation))),
  [SYSTEM_ADMINISTRATOR]: new Set([...open, ...system, ...sent]),
  [SECURITY_ADMINISTRATOR]: new Set([...open, ...security, ...accounts]),
  // Reads everything, but for tokens, and changes nothing.
  [AUDITOR]: new Set(all.filter((operation) => reads(operation) && operation !== 'Query.tokens')),
};

let together: World;
let separate: World;
let service: Service;
const browsers = new Map<Role, Browser>();

beforeAll(async () => {
  together = await buildWorld();
  service = await startService(together.service.database, {
    ...{ host: '127.0.0.1', port: 0, logLevel: 'silent', requestsPerMinute: 0, trustProxy: false },
    separateDuties: true,
  });
  const { address } = service;
  const fetchThere = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await fetch(address + path, init);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  separate = { ...together, service: { ...together.service, address, fetch: fetchThere } };
  for (const role of [ADMINISTRATOR, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR]) {
    const name = `separate-${role.toLowerCase().replaceAll('_', '-')}`;
    const password = await openAccount(together.service, name, [{ role, agency: together.places.own.code }]);
    browsers.set(role, await signInAs(separate.service, name, password));
  }
});
afterAll(async () => {
  await service.close();
  await together.service.close();
});

async function isRefused(operation: Operation, credentials: Parameters<typeof send>[1]): Promise<boolean> {
  const sample = samples[operation];
  if (!sample) throw new Error(`${operation} has no sample request`);
  const { own } = separate.places;
  return (await send(separate, credentials, await sample.ask(own, separate), own)).code === 'FORBIDDEN';
}

describe('三员分立: each of the three does its own, and the administrator none of it', () => {
  test.each([ADMINISTRATOR, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR])(
    'every operation as %s, signed in and with a token',
    async (role) => {
      for (const operation of all) {
        const mayNot = !allowed[role]?.has(operation);
        // Within a scope only whoever began it, whatever the role.
        if (!mayNot && samples[operation]?.onlyItsSender) continue;
        const cookie = { Cookie: browsers.get(role)?.cookie ?? '', Origin: service.address };
        expect([operation, 'session', await isRefused(operation, cookie)]).toEqual([
          operation,
          'session',
          mayNot,
        ]);
        expect([operation, 'token', await isRefused(operation, separate.scoped[role])]).toEqual([
          operation,
          'token',
          mayNot,
        ]);
      }
    },
  );

  test('none of the three touches a number', () => {
    const touching = all.filter((operation) => !reads(operation) && !ofTheThree.has(operation));
    expect(touching).toContain('Mutation.cellCorrect');
    for (const officer of [SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR])
      expect(touching.filter((operation) => allowed[officer]?.has(operation))).toEqual([]);
  });

  test('the trail of a report is no way round', async () => {
    const query = `{ report(agency: "${separate.places.own.code}", year: 2024) { auditTrail { totalCount } } }`;
    const answers = new Map<Role, Answer>();
    for (const role of [ADMINISTRATOR, AUDITOR]) {
      const answer = await browsers.get(role)?.send('POST', '/graphql', { query });
      if (answer) answers.set(role, answer);
    }
    expect(at(json(answers.get(ADMINISTRATOR)!), 'errors', 0, 'extensions', 'code')).toBe('FORBIDDEN');
    expect(at(json(answers.get(AUDITOR)!), 'data', 'report', 'auditTrail', 'totalCount')).toBeGreaterThan(0);
  });

  test('the page learns from the server what may be done', async () => {
    for (const [role, browser] of browsers) {
      const answer = await browser.send('POST', '/graphql', { query: '{ viewer { operations } }' });
      const told = at(json(answer), 'data', 'viewer', 'operations');
      expect(Array.isArray(told) ? [...told].sort() : told).toEqual([...(allowed[role] ?? [])].sort());
    }
  });
});
