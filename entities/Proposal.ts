import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Report } from './Report.js';
import type { ProposalStatus } from './ProposalStatus.js';
import type { StoredChange } from './StoredChange.js';

/** A change that somebody above proposes and the owner takes or declines. */
@Entity('proposal')
@Index('IX_proposal_report_id', ['reportId'])
export class Proposal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_proposal' })
  id!: string;

  @ForeignKey(() => Report, { name: 'FK_proposal_report_id' })
  @Column('uuid', { name: 'report_id' })
  reportId!: string;

  /** The version it was proposed for. */
  @Column('int')
  version!: number;

  @Column('jsonb')
  changes!: StoredChange[];

  @Column('text')
  reason!: string;

  @Column('timestamp with time zone', { name: 'proposed_at', precision: 3 })
  proposedAt!: Date;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('text')
  status!: ProposalStatus;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  /** Why it was declined. */
  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;
}
