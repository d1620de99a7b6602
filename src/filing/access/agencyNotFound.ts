import type { Actor } from './actor.js';

/** Of an agency outside of one's scope nobody learns whether it is registered. */
export function agencyNotFound(name: string, { scope }: Pick<Actor, 'scope'>): string {
  return scope === null ? `没有登记“${name}”。` : `“${name}”不在您可以办理的机关之内，或者还没有登记。`;
}
