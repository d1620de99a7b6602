import { sha256 } from '../sha256.js';
import { repairKey, type Repair } from '../../repair/repair.js';

/** The same as long as the report is; unlike that of any repair of another report or version. */
export function repairId(
  { id, version }: { readonly id: string; readonly version: number },
  repair: Pick<Repair, 'changes'>,
): string {
  return `${id}.${version}.${sha256(repairKey(repair)).slice(0, 22)}`;
}
