import type { Id } from '../../src/brands/brands.js';
import type { Role } from '../access/Role.js';

/** A refused attempt as the audit trail has it. */
export interface AuditedAttempt {
  readonly actor: {
    readonly name: string;
    readonly role: Role | null;
    readonly address: string | null;
    readonly requestId: string | null;
  };
  readonly agencyId: Id<'Agency'> | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}
