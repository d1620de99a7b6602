import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One upload of one or many files, whatever became of them. */
@Entity('import_run')
@Index('IX_import_run_at', ['at'])
export class ImportRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_import_run' })
  id!: string;

  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;

  @Column('text')
  actor!: string;

  /** As asked for, e.g. the year and the error policy. */
  @Column('jsonb')
  options!: Record<string, string | number | boolean | null>;
}
