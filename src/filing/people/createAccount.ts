import type { EntityManager } from 'typeorm';
import { Role } from '../../../entities/access/Role.js';
import type { Account } from '../../../entities/people/Account.js';
import { threeOfficers, roles } from '../../rights/roles.js';
import { agencyInReach } from '../agencies/agencyInScope.js';
import { actorWords, type Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { Refusal } from '../refusal.js';
import { storableText } from '../storable.js';
import { personEvent } from './peopleEvents.js';
import { actorName, cleanAccountName, cleanDisplayName, nameKey } from './personName.js';
import { drawPassword, hashPassword, passwordCosts } from './passwords.js';
import type { Id } from '../../brands/brands.js';
import { newId } from '../newId.js';

/** An office as it is asked for. */
export interface OfficeToGive {
  readonly role: Role;
  /** The code of the agency; null: all agencies. */
  readonly agency: string | null;
}

export interface PersonToCreate {
  readonly name: string;
  readonly displayName: string;
  readonly telephone: string | null;
  readonly offices: readonly OfficeToGive[];
}

export interface CreatedPerson {
  readonly account: Account;
  /** Shown this once. */
  readonly password: string;
}

/**
 * Opens an account with a first password, which is drawn. Nobody opens one that reaches further than her own.
 * PERSON_EXISTS, AGENCY_UNKNOWN, FORBIDDEN, INVALID_REQUEST.
 */
export async function createAccount(
  manager: EntityManager,
  actor: Actor,
  person: PersonToCreate,
  { at = new Date(), password: prepared }: { readonly at?: Date; readonly password?: FirstPassword } = {},
): Promise<CreatedPerson> {
  const name = cleanAccountName(person.name);
  const displayName = cleanDisplayName(person.displayName);
  await requireFreeName(manager, { name, displayName });
  const offices = await officesToGive(manager, actor, person.offices);
  const { password, passwordHash } = prepared ?? (await firstPassword());
  const account: Account = {
    ...{ id: newId(), name, nameKey: nameKey(name), displayName },
    telephone: cleanTelephone(person.telephone),
    passwordHash,
    passwordChangeRequired: true,
    ...{ createdBy: actor.name, createdAt: at, signedInAt: null, signedInFrom: null, closedAt: null },
  };
  await insertAccount(manager, account);
  await giveOffices(manager, account.id, offices);
  await appendAudit(manager, actor, at, [
    personEvent('PERSON_CREATED', offices[0], {
      ...{ account: name, displayName, offices: officeWords(offices) },
    }),
  ]);
  return { account, password };
}

export interface FirstPassword {
  readonly password: string;
  readonly passwordHash: string;
}

export async function firstPassword(): Promise<FirstPassword> {
  const password = drawPassword();
  return { password, passwordHash: await hashPassword(password, passwordCosts.drawn) };
}

/** PERSON_EXISTS when the name, or what the audit trail would call the person, is another's. */
export async function requireFreeName(
  manager: EntityManager,
  { name, displayName }: { readonly name: string; readonly displayName: string },
): Promise<void> {
  const taken = await manager.query<object[]>('SELECT FROM token WHERE name = $1 OR name = $2 LIMIT 1', [
    name,
    actorName({ name, displayName }),
  ]);
  if (taken.length > 0) throw nameTaken(name);
}

interface GivenOffice extends OfficeToGive {
  readonly agencyId: Id<'Agency'> | null;
}

/** The agencies of the offices that are asked for. */
export async function officesToGive(
  manager: EntityManager,
  actor: Actor,
  asked: readonly OfficeToGive[],
): Promise<GivenOffice[]> {
  if (asked.length === 0) throw new Refusal('INVALID_REQUEST', '请至少写明一个任职机关和角色。', ['offices']);
  const offices: GivenOffice[] = [];
  for (const { role, agency } of asked) {
    if (agency === null && role === Role.FILER)
      throw new Refusal('INVALID_REQUEST', '填报人员必须写明是哪个机关的。请填写机关代码。', ['offices']);
    if (agency === null && actor.scope !== null)
      throw new Refusal(
        'FORBIDDEN',
        `${actorWords(actor)}只管 ${actor.scope.code} 及其下级，不能开通管全部机关的账号。请填写机关代码。`,
        ['offices'],
      );
    const agencyId = agency === null ? null : (await agencyInReach(manager, actor, agency)).id;
    if (offices.some((other) => other.role === role && other.agencyId === agencyId)) continue;
    offices.push({ role, agency, agencyId });
  }
  requireSeparation(actor, offices);
  return offices;
}

/** 三员分立: one of the three is nothing else beside. */
function requireSeparation({ separated }: Actor, offices: readonly OfficeToGive[]): void {
  const given = new Set(offices.map(({ role }) => role));
  const officer = [...given].find((role) => threeOfficers.has(role));
  if (!separated || officer === undefined || given.size === 1) return;
  throw new Refusal(
    'INVALID_REQUEST',
    `已启用三员分立：“${roles[officer].label}”不能再有别的角色。请另开账号。`,
    ['offices'],
  );
}

async function insertAccount(manager: EntityManager, account: Account): Promise<void> {
  const { id, name, displayName, telephone, passwordHash, passwordChangeRequired, createdBy } = account;
  const inserted = await manager.query<object[]>(
    `INSERT INTO account (id, name, name_key, display_name, telephone, password_hash, password_change_required,
       created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (name_key) DO NOTHING RETURNING id`,
    [
      ...[id, name, account.nameKey, displayName, telephone, passwordHash, passwordChangeRequired],
      ...[createdBy, account.createdAt.toISOString()],
    ],
  );
  if (inserted.length === 0) throw nameTaken(name);
}

export async function giveOffices(
  manager: EntityManager,
  accountId: Id<'Account'>,
  offices: readonly GivenOffice[],
): Promise<void> {
  for (const [position, { role, agencyId }] of offices.entries())
    await manager.query(
      'INSERT INTO account_office (id, account_id, agency_id, role, position) VALUES ($1, $2, $3, $4, $5)',
      [newId(), accountId, agencyId, role, position],
    );
}

/** 填报 4115；审核 全部 */
export function officeWords(offices: readonly { role: Role; agency: string | null }[]): string {
  return offices.map(({ role, agency }) => `${roles[role].label} ${agency ?? '全部机关'}`).join('；');
}

export function cleanTelephone(given: string | null): string | null {
  const telephone = storableText(given ?? '').trim();
  if (telephone.length <= 50) return telephone === '' ? null : telephone;
  throw new Refusal('INVALID_REQUEST', '电话太长（不超过 50 字）。', ['telephone']);
}

function nameTaken(name: string): Refusal {
  return new Refusal('PERSON_EXISTS', `账号“${name}”已被使用（停用的账号和令牌也算）。请换一个。`, ['name']);
}
