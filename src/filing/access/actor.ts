import { Role } from '../../../entities/access/Role.js';
import type { Reach } from '../../rights/operations.js';
import type { AgencyCode, Id } from '../../brands/brands.js';

/** An agency with everything below it in the reporting tree. */
export interface Scope {
  readonly agencyId: Id<'Agency'>;
  readonly code: AgencyCode;
  /** Of the agency; those below it begin with it. */
  readonly path: string;
}

/** Who is signed in, and since when. */
export interface Person {
  readonly accountId: Id<'Account'>;
  /** 账号 */
  readonly account: string;
  /** 姓名 */
  readonly displayName: string;
  readonly sessionId: string;
  /** For which of her offices she acts. */
  readonly officeId: Id<'Office'>;
  /** A first or reset password opens nothing but its own change. */
  readonly passwordChangeRequired: boolean;
  /** The sign-in before this one; null at the first. */
  readonly previousAt: Date | null;
  readonly previousFrom: string | null;
}

/** Who does something: the token that was shown or the person who is signed in, and the request it came with. */
export interface Actor {
  /** Of the token or the person; goes into the audit trail. */
  readonly name: string;
  /** null: a token, or the command line. */
  readonly person: Person | null;
  readonly role: Role;
  /** 三员分立 is on. */
  readonly separated: boolean;
  /** null: all agencies. */
  readonly scope: Scope | null;
  /** How far what is being done now reaches within the scope. */
  readonly reach: Reach;
  /** Where the request came from; null on the command line. */
  readonly address: string | null;
  /** null on the command line. */
  readonly requestId: string | null;
}

/** The name under which the command line acts. No token and no person may have it. */
export const commandLineName = '命令行';

/** Who runs the command line on the machine of the service may do everything. */
export function operator(name: string): Actor {
  return {
    name,
    person: null,
    role: Role.ADMINISTRATOR,
    separated: false,
    scope: null,
    reach: 'WITHIN',
    address: null,
    requestId: null,
  };
}

/** 令牌“甲”, 账号“乙” */
export function actorWords({ name, person }: Pick<Actor, 'name' | 'person'>): string {
  return `${person ? '账号' : '令牌'}“${name}”`;
}
