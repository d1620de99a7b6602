import type { Actor } from './actor.js';
import type { Conditions } from '../lists/listQuery.js';

/** Leaves in a list on `agency` only what the actor may know of. */
export function withinScope(conditions: Conditions, { scope }: Pick<Actor, 'scope'>): Conditions {
  return conditions.add((parameter) => `starts_with(agency.path, ${parameter}::text)`, scope?.path);
}
