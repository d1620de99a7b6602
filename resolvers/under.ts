import { Refusal } from '../src/filing/refusal.js';

/** The reporting tree is data that this version does not keep yet: rather refuse than answer wrongly. */
export function refuseUnder(filter: { under?: string | null } | null): void {
  if (filter?.under != null)
    throw new Refusal(
      'INVALID_REQUEST',
      '尚未登记机关的上下级关系，不能按 under 筛选。请改用 agencies 列出机关代码。',
      ['filter', 'under'],
    );
}
