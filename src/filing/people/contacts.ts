import type { EntityManager } from 'typeorm';
import { Role } from '../../../entities/access/Role.js';
import type { Id } from '../../brands/brands.js';

/** Whom to call at an agency. */
export interface Contact {
  readonly agencyId: Id<'Agency'>;
  readonly displayName: string;
  readonly telephone: string | null;
  readonly role: Role;
}

/**
 * Those who fill in for some agencies, then whoever else acts for them; nobody whose account is closed.
 * Who has several roles there is told once.
 */
export function contactsOf(manager: EntityManager, agencyIds: readonly Id<'Agency'>[]): Promise<Contact[]> {
  return manager.query<Contact[]>(
    `SELECT "agencyId", "displayName", telephone, role FROM (
       SELECT DISTINCT ON (office.agency_id, account.id) office.agency_id AS "agencyId",
         account.display_name AS "displayName", account.telephone, office.role, account.name_key
       FROM account_office AS office JOIN account ON account.id = office.account_id
       WHERE office.agency_id = ANY($1::uuid[]) AND account.closed_at IS NULL
       ORDER BY office.agency_id, account.id, office.role <> $2, office.role) AS each
     ORDER BY role <> $2, name_key`,
    [agencyIds, Role.FILER],
  );
}
