import type { AuditChain } from '../../../entities/audit/AuditChain.js';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';

/** A chain as it is stored. */
export interface WalkedChain {
  readonly chain: string;
  /** By sequence. */
  readonly entries: readonly AuditEntry[];
  readonly end: AuditChain | null;
}
