import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ImportRun } from './ImportRun.js';
import type { StoredProblem } from './StoredProblem.js';
import type { Id, Sha256 } from '../../src/brands/brands.js';
import type { ImportStatus } from '../../src/words/importStatuses.js';

/** One file of an import run and what became of it. */
@Entity('import_file')
@Unique('UQ_import_file_run_id_position', ['runId', 'position'])
export class ImportFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_import_file' })
  id!: Id<'File'>;

  @ForeignKey(() => ImportRun, { name: 'FK_import_file_run_id' })
  @Column('uuid', { name: 'run_id' })
  runId!: Id<'Run'>;

  /** Its place in the upload, from 0. */
  @Column('int')
  position!: number;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** Of the kept upload; null when no report could be read and the file was not kept. */
  @Column('text', { nullable: true })
  sha256!: Sha256 | null;

  @Column('text', { nullable: true })
  format!: string | null;

  @Column('text', { nullable: true })
  encoding!: string | null;

  /** Problems of the file as a whole. */
  @Column('jsonb')
  problems!: StoredProblem[];

  /** The worst of its reports; while a collection is read, of those read so far. */
  @Column('text')
  status!: ImportStatus;
}
