import { operator, type Actor } from '../../src/filing/actor.js';

/** An administrator of all agencies. */
export function actorNamed(name: string): Actor {
  return operator(name);
}
