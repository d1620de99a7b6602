import { Refusal } from '../filing/refusal.js';

/** How many levels down, as it is written in an address; `all` is null. */
export function depthOf(given: unknown, usual: number | null): number | null {
  if (given === undefined || given === '') return usual;
  if (given === 'all') return null;
  if (typeof given === 'string' && /^\d{1,2}$/.test(given)) return Number(given);
  throw new Refusal('INVALID_REQUEST', 'depth 应为向下的级数，或 all（一直到各填报单位）。', ['depth']);
}
