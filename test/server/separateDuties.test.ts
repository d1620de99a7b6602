import { afterAll, beforeAll, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { isOperation, operations, reachOf } from '../../src/rights/operations.js';
import { threeOfficers } from '../../src/rights/roles.js';
import { startService, type Service } from '../../src/server/startService.js';
import { openAccount, signInAs } from '../support/people.js';
import { at, startTestServer, type Answer, type Json, type TestServer } from '../support/server.js';

let together: TestServer;
let separate: Service;

beforeAll(async () => {
  together = await startTestServer();
  separate = await startService(together.database, {
    ...{ host: '127.0.0.1', port: 0, logLevel: 'silent', requestsPerMinute: 0, trustProxy: false },
    separateDuties: true,
  });
});
afterAll(async () => {
  await separate.close();
  await together.close();
});

const numbers = [
  'reportImport',
  'cellCorrect',
  'repairApply',
  'reportRevert',
  'reportConsolidate',
  'reportPublish',
];
const threeDuties = {
  agencyRegister: 'mutation { agencyRegister(input: { code: "S1", name: "甲" }) { userErrors { code } } }',
  people: '{ people { totalCount } }',
  auditVerify: '{ auditVerify { intact } }',
} as const;

test('the administrator alone does none of the three, and none of the three touches a number', () => {
  const all = Object.keys(operations).filter(isOperation);
  for (const officer of threeOfficers)
    for (const operation of all.filter((name) => numbers.some((number) => name.endsWith(`.${number}`))))
      expect([officer, operation, reachOf(officer, operation, true)]).toEqual([
        officer,
        operation,
        undefined,
      ]);
  for (const name of ['agencyChange', 'deadlineSet', 'tokenCreate', 'personCreate', 'personResetPassword'])
    expect([name, reachOf(Role.ADMINISTRATOR, `Mutation.${name}` as 'Mutation.tokenCreate', true)]).toEqual([
      name,
      undefined,
    ]);
  for (const operation of [
    'Query.auditTrail',
    'Query.auditVerify',
    'GET /audit.csv',
    'Query.people',
  ] as const) {
    expect([operation, reachOf(Role.ADMINISTRATOR, operation, true)]).toEqual([operation, undefined]);
    expect(reachOf(Role.ADMINISTRATOR, operation)).toBe('WITHIN');
  }
  expect(reachOf(Role.ADMINISTRATOR, 'Mutation.cellCorrect', true)).toBe('WITHIN');
});

test('over HTTP, each of the three does its own and nothing of the others', async () => {
  const service = {
    address: separate.address,
    async fetch(path: string, init?: RequestInit): Promise<Answer> {
      const answer = await fetch(separate.address + path, init);
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
  };
  const may: Record<string, readonly (keyof typeof threeDuties)[]> = {
    [Role.ADMINISTRATOR]: [],
    [Role.SYSTEM_ADMINISTRATOR]: ['agencyRegister'],
    [Role.SECURITY_ADMINISTRATOR]: ['people'],
    [Role.AUDITOR]: ['people', 'auditVerify'],
  };
  for (const [role, mine] of Object.entries(may)) {
    const name = role.toLowerCase().replace('_', '-');
    const password = await openAccount(together, name, [{ role: role as Role, agency: null }]);
    const browser = await signInAs(service, name, password);
    for (const [duty, query] of Object.entries(threeDuties)) {
      const { text } = await browser.send('POST', '/graphql', { query });
      const answer = JSON.parse(text) as Json;
      const code =
        at(answer, 'errors', 0, 'extensions', 'code') ?? at(answer, 'data', duty, 'userErrors', 0, 'code');
      const isMine = mine.some((each) => each === duty);
      expect([role, duty, code === 'FORBIDDEN']).toEqual([role, duty, !isMine]);
    }
  }
});
