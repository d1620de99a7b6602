import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import type { ReportStatus } from './ReportStatus.js';
import type { StoredFinding } from '../judging/StoredFinding.js';
import type { CheckCause } from '../judging/CheckCause.js';
import type { Id } from '../../src/brands/brands.js';

/** The annual report of one agency for one year. Its numbers are in its versions. */
@Entity('report')
@Unique('UQ_report_agency_id_year', ['agencyId', 'year'])
@Index('IX_report_year', ['year'])
@Index('IX_report_changed_at', ['changedAt', 'id'])
@Index('IX_report_error_count', ['errorCount', 'id'])
// By the rules of the findings; an expression, which TypeORM cannot say.
@Index('IX_report_found_rules', { synchronize: false })
export class Report {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_report' })
  id!: Id<'Report'>;

  @ForeignKey(() => Agency, { name: 'FK_report_agency_id' })
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_report' })
  agencyId!: Id<'Agency'>;

  @Column('int')
  year!: number;

  @Column('text')
  status!: ReportStatus;

  /** The number of the current version. */
  @Column('int')
  version!: number;

  /** When the current version was made. */
  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;

  /** The number of the version that is published; null before the first publication. */
  @Column('int', { name: 'published_version', nullable: true })
  publishedVersion!: number | null;

  /** When it was last submitted. */
  @Column('timestamp with time zone', { name: 'submitted_at', precision: 3, nullable: true })
  submittedAt!: Date | null;

  /** When it was first published: what the deadline is held against. */
  @Column('timestamp with time zone', { name: 'published_at', precision: 3, nullable: true })
  publishedAt!: Date | null;

  /** The rules with their versions by which the findings were judged. */
  @Column('text', { name: 'rule_set' })
  ruleSet!: string;

  @Column('timestamp with time zone', { name: 'checked_at', precision: 3 })
  checkedAt!: Date;

  @Column('text', { name: 'check_cause' })
  checkCause!: CheckCause;

  /** What the findings were judged against has changed since: a report below, or what is known of the agency. */
  @Column('boolean')
  stale!: boolean;

  @Column('int', { name: 'error_count' })
  errorCount!: number;

  @Column('int', { name: 'explain_count' })
  explainCount!: number;

  /** Derived: judged again whenever this report or the one of the year before changes. */
  @Column('jsonb')
  findings!: StoredFinding[];
}
