import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { isInScope } from '../access/reach.js';
import { atOrBelow } from '../agencies/listAgencies.js';
import { Conditions, listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import { officesOf, type Office } from './accounts.js';

export interface PersonFilter {
  /** Part of the name, the display name or the telephone. */
  readonly search?: string | null;
  /** The code of an agency: people of it and of everything below it. */
  readonly under?: string | null;
  /** Closed accounts alone, or open ones alone; all when left out. */
  readonly closed?: boolean | null;
}

/** An account as it may be shown. */
export interface PersonRecord {
  readonly name: string;
  readonly displayName: string;
  readonly telephone: string | null;
  readonly passwordChangeRequired: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastSignIn: Date | null;
  readonly closedAt: Date | null;
  /** Those in the scope of whoever looks. */
  readonly offices: readonly Office[];
}

type PersonRow = Omit<PersonRecord, 'offices'> & { readonly id: string };

const select = (alsoSelected: string) => `SELECT account.id, account.name,
  account.display_name AS "displayName", account.telephone,
  account.password_change_required AS "passwordChangeRequired", account.created_by AS "createdBy",
  account.created_at AS "createdAt", account.signed_in_at AS "lastSignIn", account.closed_at AS "closedAt"
  ${alsoSelected} FROM account`;

const ofOffice = (condition: string) =>
  `EXISTS (SELECT FROM account_office AS office JOIN agency ON agency.id = office.agency_id
     WHERE office.account_id = account.id AND ${condition})`;

/** A page of the people who have an office in the scope of the actor, by name. */
export async function listPeople(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  query: PageRequest & { readonly filter?: PersonFilter | null },
): Promise<Page<PersonRecord>> {
  const { search, under, closed } = query.filter ?? {};
  const page = await listByKeys(
    manager,
    {
      select,
      conditions: new Conditions()
        .add((path) => ofOffice(`starts_with(agency.path, ${path}::text)`), actor.scope?.path)
        .add(
          (text) =>
            `position(${text}::text IN concat_ws(' ', account.name, account.display_name, account.telephone)) > 0`,
          search,
        )
        .add((code) => ofOffice(atOrBelow(actor)(code)), under)
        .require(closed == null ? null : `account.closed_at IS ${closed ? 'NOT NULL' : 'NULL'}`),
      order: [{ sql: 'account.name_key', type: 'text' }],
    },
    query,
    (row: PersonRow) => row,
  );
  const offices = await officesOf(
    manager,
    page.items.map(({ item }) => item.id),
  );
  return {
    ...page,
    items: page.items.map(({ cursor, item }) => ({ cursor, item: recordOf(actor, item, offices) })),
  };
}

/** One person, if she has an office in the scope of the actor. */
export async function loadPerson(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  id: string,
): Promise<PersonRecord> {
  const [row] = await manager.query<PersonRow[]>(`${select('')} WHERE account.id = $1`, [id]);
  if (!row) throw new Error(`no account ${id}`);
  return recordOf(actor, row, await officesOf(manager, [id]));
}

function recordOf(
  { scope }: Pick<Actor, 'scope'>,
  { id, ...person }: PersonRow,
  offices: readonly Office[],
): PersonRecord {
  const visible = ({ path }: Office) => scope === null || (path !== null && isInScope(scope, { path }));
  return { ...person, offices: offices.filter((office) => office.accountId === id && visible(office)) };
}
