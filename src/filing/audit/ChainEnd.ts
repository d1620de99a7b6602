import type { AuditChain } from '../../../entities/audit/AuditChain.js';
import type { AuditAlgorithm, Seals } from '../../../entities/audit/AuditEntry.js';

/** Where a chain ends, and what the next entries vouch for, by their places. */
export interface ChainEnd extends AuditChain {
  readonly algorithm: AuditAlgorithm;
  readonly seals: Readonly<Record<number, Seals>> | null;
}

/** The same while it is held. */
export interface LockedEnd extends ChainEnd {
  /** How long the chain was when the statement began, which is as far as its seals see. */
  readonly seenLength: number;
}
