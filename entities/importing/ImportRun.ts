import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../src/brands/brands.js';

export type ImportRunStatus = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

/** Sizes pass the range of an int when many files come together. */
const size = { from: Number, to: (bytes: number) => bytes };

/** One upload of one or many files, whatever became of them. */
@Entity('import_run')
@Index('IX_import_run_at', ['at'])
export class ImportRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_import_run' })
  id!: Id<'Run'>;

  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;

  @Column('text')
  actor!: string;

  /** As asked for, e.g. the year and the error policy. */
  @Column('jsonb')
  options!: Record<string, string | number | boolean | null>;

  /** A collection is stored some reports at a time: RUNNING until all are. */
  @Column('text')
  status!: ImportRunStatus;

  /** When the last reports were stored or the status changed. */
  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;

  /** When somebody was last known to work on it, by the clock of the database. */
  @Column('timestamp with time zone', { name: 'seen_at', precision: 3, nullable: true })
  seenAt!: Date | null;

  /** Who called it off; null when nobody did. */
  @Column('text', { name: 'cancelled_by', nullable: true })
  cancelledBy!: string | null;

  @Column('bigint', { name: 'bytes_total', transformer: size })
  bytesTotal!: number;

  @Column('bigint', { name: 'bytes_read', transformer: size })
  bytesRead!: number;

  @Column('int', { name: 'reports_read' })
  reportsRead!: number;

  @Column('int', { name: 'reports_stored' })
  reportsStored!: number;

  @Column('int', { name: 'reports_unchanged' })
  reportsUnchanged!: number;

  @Column('int', { name: 'reports_rejected' })
  reportsRejected!: number;

  /** Of a ledger, which holds cases; null of reports. */
  @Column('int', { name: 'cases_read', nullable: true })
  casesRead!: number | null;

  /** They count once all are stored. */
  @Column('int', { name: 'cases_stored', nullable: true })
  casesStored!: number | null;
}
