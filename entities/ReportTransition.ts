import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Report } from './Report.js';
import type { ReportStatus } from './ReportStatus.js';

/** A step of a report from one status to the next. Never changed. */
@Entity('report_transition')
@Unique('UQ_report_transition_report_id_sequence', ['reportId', 'sequence'])
export class ReportTransition {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_report_transition' })
  id!: string;

  @ForeignKey(() => Report, { name: 'FK_report_transition_report_id' })
  @Column('uuid', { name: 'report_id' })
  reportId!: string;

  /** 1, 2, 3, … of the report. */
  @Column('int')
  sequence!: number;

  @Column('text', { name: 'from_status' })
  fromStatus!: ReportStatus;

  @Column('text', { name: 'to_status' })
  toStatus!: ReportStatus;

  /** The version it was about. */
  @Column('int')
  version!: number;

  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;

  /** The name of the token. */
  @Column('text')
  actor!: string;

  @Column('text', { nullable: true })
  reason!: string | null;
}
