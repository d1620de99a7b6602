import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of one audit chain, locked while entries are appended. */
@Entity('audit_chain')
export class AuditChain {
  /** The id of an agency, or `system`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_audit_chain', collation: 'C' })
  chain!: string;

  @Column('int')
  length!: number;

  /** The hash of the last entry. */
  @Column('text')
  head!: string;

  /** The time of the last entry; null where the last is from before it was kept here. */
  @Column('timestamp with time zone', { name: 'last_at', precision: 3, nullable: true })
  lastAt!: Date | null;
}
