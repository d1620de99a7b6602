import type { EntityManager } from 'typeorm';
import type { Role } from '../../../entities/access/Role.js';
import type { Account } from '../../../entities/people/Account.js';
import { nameKey } from './personName.js';
import type { Id } from '../../brands/brands.js';

/** One of the offices a person acts for. */
export interface Office {
  readonly id: Id<'Office'>;
  readonly accountId: Id<'Account'>;
  readonly role: Role;
  /** null: all agencies. */
  readonly agencyId: Id<'Agency'> | null;
  readonly code: string | null;
  readonly agencyName: string | null;
  readonly path: string | null;
}

const accountColumns = `account.id, account.name, account.name_key AS "nameKey",
  account.display_name AS "displayName", account.telephone, account.password_hash AS "passwordHash",
  account.password_change_required AS "passwordChangeRequired", account.created_by AS "createdBy",
  account.created_at AS "createdAt", account.signed_in_at AS "signedInAt",
  account.signed_in_from AS "signedInFrom", account.closed_at AS "closedAt"`;

/** The account that is signed in to with this name, closed or not. */
export function findAccount(manager: EntityManager, name: string): Promise<Account | null> {
  return findBy(manager, 'account.name_key = $1', nameKey(name));
}

export function findAccountById(manager: EntityManager, id: Id<'Account'>): Promise<Account | null> {
  return findBy(manager, 'account.id = $1', id);
}

/** Held to the end of the transaction, so that nobody else changes it meanwhile. */
export function lockAccount(manager: EntityManager, name: string): Promise<Account | null> {
  return findBy(manager, 'account.name_key = $1 FOR UPDATE', nameKey(name));
}

async function findBy(manager: EntityManager, condition: string, value: string): Promise<Account | null> {
  const [account] = await manager.query<Account[]>(
    `SELECT ${accountColumns} FROM account WHERE ${condition}`,
    [value],
  );
  return account ?? null;
}

/** The offices of some people, each person's in their order. */
export function officesOf(manager: EntityManager, accountIds: readonly string[]): Promise<Office[]> {
  return manager.query<Office[]>(
    `SELECT office.id, office.account_id AS "accountId", office.role, office.agency_id AS "agencyId",
       agency.code, agency.name AS "agencyName", agency.path
     FROM account_office AS office LEFT JOIN agency ON agency.id = office.agency_id
     WHERE office.account_id = ANY($1::uuid[]) ORDER BY office.account_id, office.position, office.id`,
    [accountIds],
  );
}

/** Whether anybody at all can sign in. */
export async function hasAccounts(manager: EntityManager): Promise<boolean> {
  const found = await manager.query<object[]>('SELECT FROM account WHERE closed_at IS NULL LIMIT 1');
  return found.length > 0;
}
