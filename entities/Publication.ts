import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Report } from './Report.js';
import type { StoredChange } from './StoredChange.js';
import type { StoredFinding } from './StoredFinding.js';

/** 发布: what was published, pinned for ever. The next one of the same report is a revision. */
@Entity('publication')
@Unique('UQ_publication_report_id_number', ['reportId', 'number'])
export class Publication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_publication' })
  id!: string;

  @ForeignKey(() => Report, { name: 'FK_publication_report_id' })
  @Column('uuid', { name: 'report_id' })
  reportId!: string;

  /** 1 for the first publication, 2, 3, … for its revisions. */
  @Column('int')
  number!: number;

  @Column('int')
  version!: number;

  @Column('timestamp with time zone', { name: 'published_at', precision: 3 })
  publishedAt!: Date;

  @Column('text', { name: 'published_by' })
  publishedBy!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'rule_set' })
  ruleSet!: string;

  @Column('jsonb')
  findings!: StoredFinding[];

  /** The explanations that were in force. */
  @Column('uuid', { array: true, name: 'explanation_ids' })
  explanationIds!: string[];

  /** The waivers that were in force. */
  @Column('uuid', { array: true, name: 'waiver_ids' })
  waiverIds!: string[];

  /** The file the numbers come from. */
  @Column('text', { name: 'upload_sha256', nullable: true })
  uploadSha256!: string | null;

  /** What changed since the publication before; empty for the first. */
  @Column('jsonb')
  changes!: StoredChange[];

  /** The end of the audit chain of the agency when it was published, `chain:length:hash`. */
  @Column('text', { name: 'audit_head' })
  auditHead!: string;
}
