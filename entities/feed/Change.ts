import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import { Report } from '../reports/Report.js';
import type { ReportStatus } from '../reports/ReportStatus.js';
import type { ChangeKind } from './ChangeKind.js';
import type { Id } from '../../src/brands/brands.js';

/**
 * One line of the feed of changes. The database gives it its position and its time at the commit, one
 * transaction after the other: whoever reads on from a position has seen everything before it.
 */
@Entity('change')
@ForeignKey(() => Report, ['reportId', 'agencyId'], ['id', 'agencyId'], { name: 'FK_change_report_id' })
@Unique('UQ_change_position', ['position'])
@Index('IX_change_unplaced', ['id'], { where: '"position" IS NULL' })
export class Change {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'PK_change',
  })
  id!: Id<'Change'>;

  /** 1, 2, 3, … in the order of commits; null until the commit. */
  @Column('bigint', { nullable: true })
  position!: string | null;

  /** When it was committed; later than that of every transaction before. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  at!: Date | null;

  @Column('text')
  kind!: ChangeKind;

  /** The entry of the audit trail that tells the rest of it. */
  @Column('uuid', { name: 'entry_id' })
  entryId!: Id<'Entry'>;

  @ForeignKey(() => Agency, { name: 'FK_change_agency_id' })
  @Column('uuid', { name: 'agency_id' })
  agencyId!: Id<'Agency'>;

  @Column('uuid', { name: 'report_id', nullable: true })
  reportId!: Id<'Report'> | null;

  /** Where the report stood then. */
  @Column('text', { nullable: true })
  status!: ReportStatus | null;
}
