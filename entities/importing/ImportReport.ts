import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ImportFile } from './ImportFile.js';
import type { StoredFinding } from '../judging/StoredFinding.js';
import type { StoredProblem } from './StoredProblem.js';
import type { Id } from '../../src/brands/brands.js';
import type { CellKey } from '../../src/cells.js';
import type { ImportStatus } from '../../src/words/importStatuses.js';

/** What became of one report of an uploaded file. A collection has thousands of them. */
@Entity('import_report')
export class ImportReport {
  @ForeignKey(() => ImportFile, { name: 'FK_import_report_file_id' })
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'PK_import_report' })
  fileId!: Id<'File'>;

  /** Its place among the reports of the file, from 0. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_import_report' })
  position!: number;

  @Column('text')
  form!: string;

  @Column('int', { nullable: true })
  year!: number | null;

  /** The code of the registered agency; null when it is unknown. */
  @Column('text', { nullable: true })
  agency!: string | null;

  /** As printed in the title or asked for. */
  @Column('text', { name: 'agency_name', nullable: true })
  agencyName!: string | null;

  /** Where it stands in a collection; null when it is the whole file. */
  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text')
  status!: ImportStatus;

  @Column('int', { nullable: true })
  version!: number | null;

  @Column('jsonb')
  problems!: StoredProblem[];

  @Column('jsonb')
  findings!: StoredFinding[];

  @Column('jsonb')
  diff!: { cell: CellKey; before: string | null; after: string | null }[];
}
