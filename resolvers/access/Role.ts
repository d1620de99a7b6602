import { registerEnumType } from 'type-graphql';
import { Role } from '../../entities/access/Role.js';
import { roles } from '../../src/rights/roles.js';

registerEnumType(Role, {
  name: 'Role',
  description: '令牌的角色：能办什么',
  valuesConfig: Object.fromEntries(
    Object.entries(roles).map(([role, { label, description }]) => [
      role,
      { description: `${label}：${description}` },
    ]),
  ),
});

export { Role };
