import { Role } from '../../entities/access/Role.js';
import { roleWords } from '../words/roleWords.js';

/** What a role is called, and what whoever has it does. */
export const roles: Readonly<Record<Role, { readonly label: string; readonly description: string }>> =
  roleWords;

/** 填报、管理 */
export function roleLabels(named: readonly Role[]): string {
  return named.map((role) => roles[role].label).join('、');
}

/** 三员: with the separation of duties, who is one of the three is nothing else. */
export const threeOfficers: ReadonlySet<Role> = new Set([
  Role.SYSTEM_ADMINISTRATOR,
  Role.SECURITY_ADMINISTRATOR,
  Role.AUDITOR,
]);
