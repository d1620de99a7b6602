import { Role } from '../../entities/access/Role.js';
import { operator, type Actor } from '../../src/filing/access/actor.js';
import type { TokenToCreate } from '../../src/filing/tokens/tokens.js';

/** An administrator of all agencies. */
export function actorNamed(name: string): Actor {
  return operator(name);
}

/** What is asked for a token with which everything can be done. */
export function administratorToken(name: string): TokenToCreate {
  return { name, role: Role.ADMINISTRATOR, scope: null, expiresAt: null };
}
