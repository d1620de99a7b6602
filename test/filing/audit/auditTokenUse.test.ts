import { afterAll, beforeAll, expect, test } from 'vitest';
import { Role } from '../../../entities/access/Role.js';
import type { Actor } from '../../../src/filing/access/actor.js';
import { TokenUses } from '../../../src/filing/audit/auditTokenUse.js';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { actorNamed } from '../../support/actors.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const morning = new Date('2025-01-20T00:00:00Z');
const evening = new Date('2025-01-20T15:59:59Z');
const nextDay = new Date('2025-01-20T16:00:00Z');
const from = (address: string, name = '管理员'): Actor => ({ ...actorNamed(name), address });

test('an administrator who reads is noted once a day, token and address, whichever process asks', async () => {
  const uses = new TokenUses(database.dataSource);
  const others = new TokenUses(database.dataSource);
  await Promise.all([1, 2, 3].map(() => uses.note(from('10.0.0.1'), morning)));
  await others.note(from('10.0.0.1'), morning);
  await uses.note(from('10.0.0.1'), evening);
  await uses.note(from('10.0.0.2'), evening);
  await uses.note(from('10.0.0.1', '另一个'), evening);
  await uses.note({ ...from('10.0.0.1', '填报员'), role: Role.FILER }, evening);
  await uses.note(from('10.0.0.1'), nextDay);
  await others.note(from('10.0.0.1'), nextDay);
  const found: unknown = await database.dataSource.query(
    `SELECT actor, address, chain FROM audit_entry WHERE action = 'TOKEN_USED' ORDER BY chain, sequence`,
  );
  expect(found).toEqual([
    { actor: '管理员', address: '10.0.0.1', chain: 'system' },
    { actor: '管理员', address: '10.0.0.2', chain: 'system' },
    { actor: '另一个', address: '10.0.0.1', chain: 'system' },
    { actor: '管理员', address: '10.0.0.1', chain: 'system' },
  ]);
  expect(await verifyAudit(database.dataSource.manager)).toEqual([]);
});

test('what could not be noted is noted with the next use', async () => {
  const closed = await openTestDatabase();
  const uses = new TokenUses(closed.dataSource);
  await closed.close();
  await expect(uses.note(from('10.0.0.3'), morning)).rejects.toThrow();
  await expect(uses.note(from('10.0.0.3'), morning)).rejects.toThrow();
});
