import { InvalidArgumentError } from 'commander';
import { Role } from '../../entities/access/Role.js';
import { roleNamed } from '../filing/people/peopleTable.js';
import { roles } from '../rights/roles.js';

/** The roles, as --help lists them. */
export const rolesHelp = `
角色：
${Object.entries(roles)
  .map(([role, { label, description }]) => `  ${role.padEnd(23)} ${label}：${description}`)
  .join('\n')}`;

export function parseRole(text: string): Role {
  const found = roleNamed(text);
  if (found) return found;
  throw new InvalidArgumentError(`应为 ${Object.values(Role).join('、')} 之一。`);
}
