import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditAlgorithm } from './AuditEntry.js';

/** How the audit trail is kept: one row at most, none is SHA-256. */
@Entity('audit_setting')
export class AuditSetting {
  /** 1 */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_audit_setting' })
  id!: number;

  @Column('text')
  algorithm!: AuditAlgorithm;
}
