import { Role } from '../../../entities/access/Role.js';
import type { Reach } from '../../rights/operations.js';

/** An agency with everything below it in the reporting tree. */
export interface Scope {
  readonly agencyId: string;
  readonly code: string;
  /** Of the agency; those below it begin with it. */
  readonly path: string;
}

/** Who does something: the token that was shown, and the request it came with. */
export interface Actor {
  /** The name of the token. */
  readonly name: string;
  readonly role: Role;
  /** null: all agencies. */
  readonly scope: Scope | null;
  /** How far what is being done now reaches within the scope. */
  readonly reach: Reach;
  /** Where the request came from; null on the command line. */
  readonly address: string | null;
  /** null on the command line. */
  readonly requestId: string | null;
}

/** The name under which the command line acts. No token may have it. */
export const commandLineName = '命令行';

/** Who runs the command line on the machine of the service may do everything. */
export function operator(name: string): Actor {
  return { name, role: Role.ADMINISTRATOR, scope: null, reach: 'WITHIN', address: null, requestId: null };
}
