import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { bigintArray } from './bigintArray.js';
import { Report } from './Report.js';
import type { StoredProblem } from '../importing/StoredProblem.js';
import type { StoredSection } from './StoredSection.js';
import { Upload } from '../importing/Upload.js';
import type { Id, Sha256 } from '../../src/brands/brands.js';
import type { CellKey } from '../../src/cells.js';

export type VersionOrigin = 'IMPORT' | 'CORRECTION' | 'REVERT' | 'API' | 'CONSOLIDATION' | 'LEDGER';

/** An immutable snapshot of a report. Positions in the arrays are those of the cells of its form. */
@Entity('report_version')
@ForeignKey(() => Report, ['reportId', 'agencyId'], ['id', 'agencyId'], {
  name: 'FK_report_version_report_id',
})
@Unique('UQ_report_version_report_id_number', ['reportId', 'number', 'agencyId'])
export class ReportVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_report_version' })
  id!: Id<'Version'>;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_report_version' })
  agencyId!: Id<'Agency'>;

  @Column('uuid', { name: 'report_id' })
  reportId!: Id<'Report'>;

  /** 1, 2, 3, … */
  @Column('int')
  number!: number;

  @Column('text', { name: 'form_id' })
  formId!: string;

  @Column('bigint', { array: true, transformer: bigintArray })
  values!: (bigint | null)[];

  /** What the file holds, before any cleaning; empty where that is always the value as the form writes it. */
  @Column('text', { array: true })
  raws!: (string | null)[];

  /** Where the file holds it. Fewer than there are cells: those side by side in one, `12 年报!C8`. */
  @Column('text', { array: true })
  places!: (string | null)[];

  /** Keys of the cells whose value was set by a correction. */
  @Column('text', { name: 'corrected_cells', array: true })
  correctedCells!: CellKey[];

  @Column('jsonb')
  sections!: StoredSection[];

  /** The headings of the six sections as printed, in the order of the file; null when unknown. */
  @Column('text', { array: true, nullable: true })
  headings!: string[] | null;

  /** The date printed on the report, e.g. 2025-01-20; null when unknown. */
  @Column('text', { name: 'dated_on', nullable: true })
  datedOn!: string | null;

  /** The day of publication that a saved page states; null when the file states none. Carried along. */
  @Column('text', { name: 'published_on', nullable: true })
  publishedOn!: string | null;

  @Column('jsonb')
  problems!: StoredProblem[];

  @Column('text')
  origin!: VersionOrigin;

  /** The file the numbers come from; corrections and reverts carry it along. */
  @ForeignKey(() => Upload, { name: 'FK_report_version_upload_sha256' })
  @Column('text', { name: 'upload_sha256', nullable: true })
  uploadSha256!: Sha256 | null;

  @Column('boolean', { name: 'blanks_are_zero' })
  blanksAreZero!: boolean;

  @Column('text', { name: 'error_policy' })
  errorPolicy!: string;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('text', { name: 'created_by' })
  createdBy!: string;
}
