import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer once given to a request with an `Idempotency-Key`, given again when it is repeated. */
@Entity('idempotent_answer')
export class IdempotentAnswer {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_idempotent_answer' })
  key!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_idempotent_answer' })
  actor!: string;

  /** SHA-256 of what was asked, so that a key cannot be used for something else. */
  @Column('text', { name: 'request_hash' })
  requestHash!: string;

  @Column('jsonb')
  answer!: unknown;

  @Index('IX_idempotent_answer_at')
  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;
}
