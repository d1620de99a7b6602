import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditedAttempt } from './AuditedAttempt.js';

/** Attempts of one kind that are refused within a minute, in whatever process: recorded together when it is over. */
@Entity('refusal_count')
export class RefusalCount {
  /** Digest of who tried what, from where. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_refusal_count' })
  kind!: string;

  /** When the first was refused, by the clock of the database. */
  @Column('timestamp with time zone', { name: 'begun_at', precision: 3 })
  begunAt!: Date;

  /** How often it was refused after the first, which is recorded at once. */
  @Column('integer')
  again!: number;

  /** What is to be recorded. */
  @Column('jsonb')
  attempt!: AuditedAttempt;
}
