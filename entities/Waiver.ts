import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Report } from './Report.js';
import type { WaiverStatus } from './WaiverStatus.js';

/** 豁免: a finding that blocks submission and is let through by the supervising agency, for a reason and a time. */
@Entity('waiver')
@Index('IX_waiver_report_id', ['reportId'])
export class Waiver {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_waiver' })
  id!: string;

  @ForeignKey(() => Report, { name: 'FK_waiver_report_id' })
  @Column('uuid', { name: 'report_id' })
  reportId!: string;

  @Column('text')
  rule!: string;

  @Column('text', { array: true })
  cells!: string[];

  /** The sentence a prose rule points at. */
  @Column('text', { nullable: true })
  sentence!: string | null;

  /** The values it was asked for: it lapses when one of them changes. */
  @Column('text')
  operands!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  requester!: string;

  @Column('timestamp with time zone', { name: 'requested_at', precision: 3 })
  requestedAt!: Date;

  @Column('text')
  status!: WaiverStatus;

  @Column('text', { nullable: true })
  approver!: string | null;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column('timestamp with time zone', { name: 'expires_at', precision: 3, nullable: true })
  expiresAt!: Date | null;
}
