import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../src/brands/brands.js';

/**
 * A case of a ledger, from the version that brought it up to the one that changed or dropped it. Days are
 * `YYYY-MM-DD`. It is stored with its ledger, which is not looked up again. There is no column for anything that tells who asked or for what.
 */
@Entity('ledger_case')
@Index('IX_ledger_case_current', ['ledgerId'], { where: 'to_version IS NULL' })
export class StoredCase {
  @PrimaryColumn('uuid', { name: 'ledger_id', primaryKeyConstraintName: 'PK_ledger_case' })
  ledgerId!: Id<'Ledger'>;

  @PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'PK_ledger_case' })
  number!: string;

  @PrimaryColumn('int', { name: 'from_version', primaryKeyConstraintName: 'PK_ledger_case' })
  fromVersion!: number;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_ledger_case' })
  agencyId!: Id<'Agency'>;

  /** The first version that no longer holds it so; null: it stands. */
  @Column('int', { name: 'to_version', nullable: true })
  toVersion!: number | null;

  @Column('text', { nullable: true })
  applicant!: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  received!: string | null;

  @Column('text', { nullable: true })
  channel!: string | null;

  @Column('text', { name: 'correction_asked', nullable: true })
  correctionAsked!: string | null;

  @Column('text', { name: 'correction_received', nullable: true })
  correctionReceived!: string | null;

  @Column('text', { name: 'third_party_asked', nullable: true })
  thirdPartyAsked!: string | null;

  @Column('text', { name: 'third_party_replied', nullable: true })
  thirdPartyReplied!: string | null;

  @Column('text', { nullable: true })
  extended!: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  answered!: string | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { nullable: true })
  fee!: string | null;

  @Column('text', { name: 'reconsideration_result', nullable: true })
  reconsiderationResult!: string | null;

  @Column('text', { name: 'litigation_route', nullable: true })
  litigationRoute!: string | null;

  @Column('text', { name: 'litigation_result', nullable: true })
  litigationResult!: string | null;

  @Column({ type: 'text', collation: 'C', name: 'reconsideration_decided', nullable: true })
  reconsiderationDecided!: string | null;

  @Column({ type: 'text', collation: 'C', name: 'litigation_decided', nullable: true })
  litigationDecided!: string | null;
}
